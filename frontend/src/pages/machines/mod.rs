//! Virtual machines: the list, and a machine with its own menu: what it is, and Operations → Backup.

mod backup;
mod commands;
mod enable;
mod fields;
mod list;
mod machine;
mod menu;
mod new_vault;
mod row;
mod selected;
mod state;

pub(crate) use backup::MachineBackupPage;
pub(crate) use list::MachinesPage;
pub(crate) use machine::MachinePage;
