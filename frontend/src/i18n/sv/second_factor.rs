//! Swedish: the second factor of an account.

use crate::i18n::second_factor::SecondFactor;

pub(super) const SECOND_FACTOR: SecondFactor = SecondFactor {
    title: "Andra faktor",
    off_text: "Med en andra faktor räcker inte ett stulet lösenord: inloggningen frågar också efter en kod från en app i din telefon.",
    on: "På",
    off: "Av",
    codes_left: |n| {
        if n == 1 { format!("{n} återställningskod kvar") } else { format!("{n} återställningskoder kvar") }
    },
    add: "Lägg till en andra faktor",
    next: "Nästa",
    scan: "Skanna detta med en autentiseringsapp eller skriv in hemligheten i den. Skriv sedan koden som appen visar.",
    qr: "QR-kod för hemligheten; samma hemlighet står nedan som text",
    secret: "Hemlighet",
    code: "Kod",
    code_hint: "Sex siffror, nya var 30:e sekund",
    confirm: "Slå på",
    codes_title: "Spara de här återställningskoderna nu",
    codes_text: "Om du förlorar appen loggar var och en in dig en gång. De visas bara nu. Dina andra sessioner har avslutats.",
    done: "Jag har sparat dem",
    remove: "Ta bort den andra faktorn",
    remove_text: "Därefter räcker lösenordet för att logga in.",
    removed: "Den andra faktorn har tagits bort.",
    remove_of_title: |x| format!("Ta bort den andra faktorn för {x}?"),
    ask_text: "Skriv koden som din autentiseringsapp visar, eller en av dina återställningskoder.",
    another: "Logga in som någon annan",
};
