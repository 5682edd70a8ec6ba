//! `cofre vault`: the engine by hand, for operators, disaster recovery and benchmarks. One file a command.

mod arguments;
mod backup;
mod output;
mod points;
mod prune;
mod repair;
mod replicate;
mod restore;
mod verify;

pub(crate) use arguments::{VaultArguments, run};
