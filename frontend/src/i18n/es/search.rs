//! Spanish: the search in the bar.

use crate::i18n::search::Search;

pub(super) const SEARCH: Search = Search {
    label: "Buscar máquinas, almacenes, trabajos",
    results: "Lo que se encontró",
    pages: "Páginas",
    policies: "Directivas de copia de seguridad",
    nothing: |x| format!("Nada se llama «{x}»."),
    count: |n| if n == 1 { format!("{n} resultado") } else { format!("{n} resultados") },
    failed: "El servidor no respondió; solo se ha buscado en las páginas y la ayuda.",
};
