//! Portuguese of Portugal: the search in the bar.

use crate::i18n::search::Search;

pub(super) const SEARCH: Search = Search {
    label: "Procurar máquinas, cofres, tarefas",
    results: "O que foi encontrado",
    pages: "Páginas",
    policies: "Políticas de cópia de segurança",
    nothing: |x| format!("Nada tem o nome “{x}”."),
    count: |n| if n == 1 { format!("{n} resultado") } else { format!("{n} resultados") },
    failed: "O servidor não respondeu; só foram pesquisadas as páginas e a ajuda.",
};
