//! Where machines are discovered.

/// Where machines are discovered.
#[derive(Clone, Copy)]
pub(crate) struct Hosts {
    /// The page.
    pub(crate) title: &'static str,
    /// What they are.
    pub(crate) intro: &'static str,
    /// The panel.
    pub(crate) add: &'static str,
    /// The rule.
    pub(crate) name_hint: &'static str,
    /// A label.
    pub(crate) folder: &'static str,
    /// The rule.
    pub(crate) folder_hint: fn(&str) -> String,
    /// No folder is allowed.
    pub(crate) no_roots: &'static str,
    /// The folder is not allowed.
    pub(crate) outside: &'static str,
    /// What the group is for.
    pub(crate) group_hint: &'static str,
    /// Said after it was made.
    pub(crate) added: fn(&str) -> String,
    /// A column.
    pub(crate) machines: &'static str,
    /// The button.
    pub(crate) discover: &'static str,
    /// Said after the button: host, machines.
    pub(crate) discovered: fn(&str, &str) -> String,
    /// A state.
    pub(crate) new: &'static str,
    /// A state.
    pub(crate) reachable: &'static str,
    /// A state.
    pub(crate) unreachable: &'static str,
    /// None.
    pub(crate) empty: &'static str,
    /// None.
    pub(crate) empty_text: &'static str,
}
