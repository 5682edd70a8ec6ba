//! Places with storage for vaults.

/// Places with storage for vaults.
#[derive(Clone, Copy)]
pub(crate) struct Locations {
    /// The page.
    pub(crate) title: &'static str,
    /// What they are.
    pub(crate) intro: &'static str,
    /// A column.
    pub(crate) storage_root: &'static str,
    /// A column.
    pub(crate) capacity: &'static str,
    /// A column.
    pub(crate) free: &'static str,
    /// None.
    pub(crate) empty: &'static str,
    /// None.
    pub(crate) empty_text: &'static str,
}
