//! Portuguese of Portugal: the help around its articles.

use crate::i18n::help::Help;

pub(super) const HELP: Help = Help {
    title: "Ajuda",
    intro: "O que o Cofre faz, passo a passo, e o que fazer quando algo corre mal.",
    filter: "Filtrar artigos",
    nothing: |x| format!("Nenhum artigo fala de “{x}”."),
    about_page: "Ajuda sobre esta página",
    feedback: "Fazer uma pergunta ou dar uma opinião",
};
