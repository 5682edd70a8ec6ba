//! Swedish: the server’s clock.

use crate::i18n::clock::Clock;

pub(super) const CLOCK: Clock = Clock {
    title: "Serverns klocka har hoppat",
    ahead: |x| {
        format!("Den går {x} före den senast kända tiden: den har ställts om, eller så har servern varit stoppad.")
    },
    behind: |x| format!("Den går {x} efter den senast kända tiden."),
    held: "Säkerhetskopieringen fortsätter. Inget tas bort på grund av sitt datum förrän en ägare har bekräftat tiden.",
    action: "Tiden stämmer",
    ask: "Stämmer tiden?",
    ask_text: "Jämför serverns klocka med en annan. När du har bekräftat tiden tas det bort som har gått ut enligt den här klockan.",
    known: "Senast kända tid",
    found: "Klockan visade",
    now: "Klockan visar nu",
    difference: "Skillnad",
    confirmed: "Tiden är bekräftad.",
    name: "Serverns klocka",
    jumped: "Har hoppat",
    held_on_wall: "Så länge tas inget bort på grund av sitt datum",
};
