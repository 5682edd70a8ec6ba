//! The search in the bar.

/// The search in the bar.
#[derive(Clone, Copy)]
pub(crate) struct Search {
    /// The field.
    pub(crate) label: &'static str,
    /// The list below it, for screen readers.
    pub(crate) results: &'static str,
    /// A group of the list.
    pub(crate) pages: &'static str,
    /// A group of the list.
    pub(crate) policies: &'static str,
    /// Nothing is called so.
    pub(crate) nothing: fn(&str) -> String,
    /// How much was found, for screen readers.
    pub(crate) count: fn(u64) -> String,
    /// The server did not answer.
    pub(crate) failed: &'static str,
}
