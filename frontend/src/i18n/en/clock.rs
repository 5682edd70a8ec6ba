//! English: the server’s clock.

use crate::i18n::clock::Clock;

pub(super) const CLOCK: Clock = Clock {
    title: "The server’s clock has jumped",
    ahead: |x| format!("It is {x} ahead of the last known time: it was set, or the server was stopped."),
    behind: |x| format!("It is {x} behind the last known time."),
    held: "Backups go on. Nothing is removed by its date until an Owner has confirmed the time.",
    action: "The time is right",
    ask: "Is the time right?",
    ask_text: "Compare the server’s clock with another one. Once you confirm it, what has expired by this clock is removed.",
    known: "Last known time",
    found: "The clock said",
    now: "The clock says now",
    difference: "Difference",
    confirmed: "The time is confirmed.",
    name: "Clock of the server",
    jumped: "Jumped",
    held_on_wall: "Nothing is removed by its date meanwhile",
};
