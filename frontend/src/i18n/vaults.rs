//! Recovery Services vaults.

use shared::vault::Redundancy;
use shared::vault::Replication;

/// Recovery Services vaults.
#[derive(Clone, Copy)]
pub(crate) struct Vaults {
    /// The list.
    pub(crate) title: &'static str,
    /// What it is.
    pub(crate) vault: &'static str,
    /// The panel.
    pub(crate) create: &'static str,
    /// The rule.
    pub(crate) name_hint: &'static str,
    /// The command of a vault.
    pub(crate) backup: &'static str,
    /// A label.
    pub(crate) redundancy: &'static str,
    /// What was asked for.
    pub(crate) redundancy_of: fn(Redundancy) -> &'static str,
    /// What is true.
    pub(crate) replication: fn(Replication) -> &'static str,
    /// A state.
    pub(crate) creating: &'static str,
    /// A state.
    pub(crate) ready: &'static str,
    /// A state.
    pub(crate) creation_failed: &'static str,
    /// A tile.
    pub(crate) usage: &'static str,
    /// An entry of a vault’s menu.
    pub(crate) policies: &'static str,
    /// An entry of a vault’s menu.
    pub(crate) properties: &'static str,
    /// A heading of a vault’s menu.
    pub(crate) manage: &'static str,
    /// A heading of a vault’s menu.
    pub(crate) settings: &'static str,
    /// A heading of a vault’s menu.
    pub(crate) protected_items: &'static str,
    /// None.
    pub(crate) empty: &'static str,
    /// None.
    pub(crate) empty_text: &'static str,
}
