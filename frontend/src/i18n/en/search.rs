//! English: the search in the bar.

use crate::i18n::search::Search;

pub(super) const SEARCH: Search = Search {
    label: "Search machines, vaults, jobs",
    results: "What was found",
    pages: "Pages",
    policies: "Backup policies",
    nothing: |x| format!("Nothing is called “{x}”."),
    count: |n| if n == 1 { format!("{n} result") } else { format!("{n} results") },
    failed: "The server did not answer; only pages and help were searched.",
};
