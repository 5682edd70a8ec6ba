//! + Backup: the panel that protects many machines by one vault, in four steps (C-073 to C-080).

mod goal;
mod machines;
mod outcome;
mod panel;
mod policy;
mod review;
mod wizard;

pub(crate) use panel::ProtectMachinesPanel;
