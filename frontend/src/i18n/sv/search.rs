//! Swedish: the search in the bar.

use crate::i18n::search::Search;

pub(super) const SEARCH: Search = Search {
    label: "Sök datorer, valv, jobb",
    results: "Det som hittades",
    pages: "Sidor",
    policies: "Säkerhetskopieringspolicyer",
    nothing: |x| format!("Inget heter ”{x}”."),
    count: |n| if n == 1 { format!("{n} träff") } else { format!("{n} träffar") },
    failed: "Servern svarade inte; bara sidor och hjälp har genomsökts.",
};
