//! Dutch: the help around its articles.

use crate::i18n::help::Help;

pub(super) const HELP: Help = Help {
    title: "Help",
    intro: "Wat Cofre doet, stap voor stap, en wat u doet als er iets misgaat.",
    filter: "Artikelen filteren",
    nothing: |x| format!("Geen enkel artikel gaat over ‘{x}’."),
    about_page: "Help bij deze pagina",
    feedback: "Een vraag stellen of uw mening geven",
};
