//! Spanish: the help around its articles.

use crate::i18n::help::Help;

pub(super) const HELP: Help = Help {
    title: "Ayuda",
    intro: "Lo que hace Cofre, paso a paso, y qué hacer cuando algo sale mal.",
    filter: "Filtrar artículos",
    nothing: |x| format!("Ningún artículo habla de «{x}»."),
    about_page: "Ayuda sobre esta página",
    feedback: "Hacer una pregunta o dar su opinión",
};
