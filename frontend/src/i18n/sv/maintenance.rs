//! Swedish: looking after vaults.

use crate::i18n::maintenance::Maintenance;

pub(super) const MAINTENANCE: Maintenance = Maintenance {
    title: "Underhåll",
    intro: "Om valvet innehåller det som det ska, och vad ingen återställningspunkt längre behöver.",
    integrity: "Dataintegritet",
    verification: "Verifiering",
    verification_text: "En verifiering jämför alla namn, storlekar och referenser i valvet. Ett urval läser dessutom ungefär ett paket av hundra, andra varje gång; en fullständig läser alla.",
    last_everything: "Senaste fullständiga",
    last_sample: "Senaste urvalet",
    never: "inte än",
    whole: "Inget är skadat",
    points_hurt: |n| {
        if n == 1 {
            format!("{n} återställningspunkt är skadad")
        } else {
            format!("{n} återställningspunkter är skadade")
        }
    },
    problems: |n| {
        if n == 1 {
            format!("{n} fil är skadad, ingen återställningspunkt drabbas")
        } else {
            format!("{n} filer är skadade, ingen återställningspunkt drabbas")
        }
    },
    read_packs: |a, b, c| format!("{a} av {b} paket lästa, {c}"),
    verify_everything: "Verifiera allt",
    verify_sample: "Verifiera ett urval",
    hurt_text: "Det som är skadat kan inte återställas helt; resten kan det. Lägg tillbaka filerna som jobbet anger, eller kör cofre vault repair och säkerhetskopiera igen. Verifiera sedan allt: bara det tar tillbaka skadan.",
    show_items: "Visa objekten",
    unneeded: "Data som inte behövs",
    unneeded_text: "Det som ingen återställningspunkt behöver ligger kvar i valvet tills det rensas. En rensning märker det för borttagning; en rensning minst 24 timmar senare tar bort det.",
    last_prune: "Senaste rensningen",
    condemned: "Märkt för borttagning",
    deleted: "Borttaget",
    in_grace: "Väntar på borttagning",
    until: |x| format!("till {x}"),
    packs: |n, x| format!("{n} paket, {x}"),
    plan: "Planera en rensning",
    present: "I valvet",
    not_needed: "Behövs inte",
    to_copy: "Behövs delvis",
    copies: "Kopieras till",
    freed: "Frigörs till slut",
    exact: |x| format!("{x} byte"),
    nothing_to_prune: "Det finns inget att märka. En rensning tar ändå bort det som har väntat tillräckligt länge.",
    plan_text: "Inget som en återställningspunkt behöver tas bort, och inget tas bort just nu.",
};
