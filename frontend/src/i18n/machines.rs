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
    /// Below the title.
    pub(crate) intro: &'static str,
    /// The field above the list.
    pub(crate) filter: &'static str,
    /// A filter.
    pub(crate) protected: &'static str,
    /// A label.
    pub(crate) presence: &'static str,
    /// A state.
    pub(crate) present: &'static str,
    /// Behind a state, with a moment.
    pub(crate) since: fn(&str) -> String,
    /// Below a state.
    pub(crate) missing_text: &'static str,
    /// A label.
    pub(crate) format: &'static str,
    /// A label: what the file takes.
    pub(crate) allocated: &'static str,
    /// A command.
    pub(crate) open: &'static str,
    /// A command.
    pub(crate) open_item: &'static str,
    /// A command.
    pub(crate) discover_now: &'static str,
    /// The command while it runs.
    pub(crate) discovering: &'static str,
    /// It ran; with a count of machines.
    pub(crate) discovered: fn(&str) -> String,
    /// It had nothing to look at.
    pub(crate) no_hosts: &'static str,
    /// The filter lets nothing through.
    pub(crate) nothing: &'static str,
    /// Where the rest is.
    pub(crate) protected_text: &'static str,
    /// Which vaults are offered: the location, and how many stand elsewhere.
    pub(crate) vault_hint: fn(&str, u64) -> String,
    /// There is no vault; with the location.
    pub(crate) no_vault: fn(&str) -> String,
    /// What to do about it.
    pub(crate) no_vault_text: &'static str,
    /// A vault is being created; with the location.
    pub(crate) vault_coming: fn(&str) -> String,
    /// Below it.
    pub(crate) vault_coming_text: &'static str,
    /// What enabling does not do (C-081).
    pub(crate) enable_note: &'static str,
}
