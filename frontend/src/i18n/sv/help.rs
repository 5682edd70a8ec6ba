//! Swedish: the help around its articles.

use crate::i18n::help::Help;

pub(super) const HELP: Help = Help {
    title: "Hjälp",
    intro: "Vad Cofre gör, steg för steg, och vad du gör när något går fel.",
    filter: "Filtrera artiklar",
    nothing: |x| format!("Ingen artikel handlar om ”{x}”."),
    about_page: "Hjälp om den här sidan",
    feedback: "Ställ en fråga eller säg vad du tycker",
};
