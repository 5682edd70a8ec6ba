//! Recovery Services vaults: the list, the panel that creates one, a vault's dashboard and its properties.

mod commands;
mod create;
mod create_form;
mod dashboard;
mod essentials;
mod kit;
mod list;
mod new_group;
mod password;
mod properties;
mod reveal;
mod state;
mod tiles;
mod usage;

pub(crate) use create::CreateVaultPanel;
pub(crate) use dashboard::VaultPage;
pub(crate) use list::VaultsPage;
pub(crate) use properties::VaultPropertiesPage;
