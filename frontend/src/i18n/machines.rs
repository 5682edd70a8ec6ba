//! Virtual machines.

/// Virtual machines.
#[derive(Clone, Copy)]
pub(crate) struct Machines {
    /// The page.
    pub(crate) title: &'static str,
    /// What it is.
    pub(crate) machine: &'static str,
    /// A label.
    pub(crate) host: &'static str,
    /// A label.
    pub(crate) disks: &'static str,
    /// A label.
    pub(crate) protection: &'static str,
    /// A state.
    pub(crate) not_protected: &'static str,
    /// A state.
    pub(crate) protected_by: fn(&str) -> String,
    /// A state.
    pub(crate) missing: &'static str,
    /// A state.
    pub(crate) unusable: &'static str,
    /// A heading of a machine’s menu.
    pub(crate) operations: &'static str,
    /// An entry of a machine’s menu.
    pub(crate) backup: &'static str,
    /// The form and its button.
    pub(crate) enable_backup: &'static str,
    /// None.
    pub(crate) empty: &'static str,
    /// None.
    pub(crate) empty_text: &'static str,
}
