//! The list of all services.

/// The list of all services.
#[derive(Clone, Copy)]
pub(crate) struct Services {
    /// The page.
    pub(crate) title: &'static str,
    /// The field.
    pub(crate) filter: &'static str,
    /// No service is like this.
    pub(crate) nothing: fn(&str) -> String,
    /// What it is.
    pub(crate) overview: &'static str,
    /// What it is.
    pub(crate) machines: &'static str,
    /// What it is.
    pub(crate) vaults: &'static str,
    /// What it is.
    pub(crate) items: &'static str,
    /// What it is.
    pub(crate) jobs: &'static str,
    /// What it is.
    pub(crate) locations: &'static str,
    /// What it is.
    pub(crate) resource_groups: &'static str,
    /// What it is.
    pub(crate) hosts: &'static str,
    /// What it is.
    pub(crate) users: &'static str,
    /// What it is.
    pub(crate) tokens: &'static str,
    /// What it is.
    pub(crate) screens: &'static str,
    /// What it is.
    pub(crate) activity: &'static str,
    /// What it is.
    pub(crate) help: &'static str,
}
