//! Dutch: the search in the bar.

use crate::i18n::search::Search;

pub(super) const SEARCH: Search = Search {
    label: "Machines, kluizen, taken zoeken",
    results: "Wat er is gevonden",
    pages: "Pagina’s",
    policies: "Back-upbeleid",
    nothing: |x| format!("Niets heet ‘{x}’."),
    count: |n| if n == 1 { format!("{n} resultaat") } else { format!("{n} resultaten") },
    failed: "De server antwoordde niet; alleen pagina’s en help zijn doorzocht.",
};
