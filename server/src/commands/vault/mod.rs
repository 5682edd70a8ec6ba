//! `cofre vault`: the engine by hand, for operators, disaster recovery and benchmarks. One file a command.

mod arguments;
mod backup;
mod catalogue;
mod output;
mod place;
mod points;
mod prune;
mod read;
mod repair;
mod replicate;
mod restore;
mod tuning;
mod verify;

pub(crate) use arguments::{VaultArguments, run};
