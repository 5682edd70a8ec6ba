//! Recovery Services vaults: the list, a vault's dashboard, infrastructure, maintenance and properties, and the panels: create one, connect one
//! that there is, configure it, protect machines by it.

mod commands;
mod configuration;
mod connect;
mod connect_form;
mod connect_found;
mod create;
mod create_form;
mod dashboard;
mod essentials;
mod infrastructure;
mod kit;
mod last_jobs;
mod list;
mod maintenance;
mod new_group;
mod password;
mod properties;
mod protect;
mod reveal;
mod state;
mod tiles;
mod usage;

pub(crate) use configuration::BackupConfigurationPanel;
pub(crate) use connect::ConnectVaultPanel;
pub(crate) use create::CreateVaultPanel;
pub(crate) use dashboard::VaultPage;
pub(crate) use infrastructure::VaultInfrastructurePage;
pub(crate) use list::VaultsPage;
pub(crate) use maintenance::{PruneVaultPanel, VaultMaintenancePage};
pub(crate) use properties::VaultPropertiesPage;
pub(crate) use protect::ProtectMachinesPanel;
