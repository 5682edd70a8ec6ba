//! How a vault is looked after: what verifications proved, what prunes took away, and both as commands.

mod integrity;
mod page;
mod prune_panel;
mod prunes;
mod verifications;

pub(super) use integrity::Integrity;
pub(crate) use page::VaultMaintenancePage;
pub(crate) use prune_panel::PruneVaultPanel;
