//! English: the help around its articles.

use crate::i18n::help::Help;

pub(super) const HELP: Help = Help {
    title: "Help",
    intro: "What Cofre does, step by step, and what to do when something goes wrong.",
    filter: "Filter articles",
    nothing: |x| format!("No article speaks of “{x}”."),
    about_page: "Help about this page",
    feedback: "Ask a question or say what you think",
};
