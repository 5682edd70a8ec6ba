//! Protected items: machines under a policy in a vault.

pub mod api;
mod backup_now;
mod enable;
mod enable_in_new_vault;
mod enable_many;
mod list;
mod protect;
mod resume;
mod store;

pub use enable::enable;
pub use enable_in_new_vault::{enable_in_made_vault, enable_in_new_vault};
pub use list::{health_rank, rank_of};
pub use store::{Row, Stopped, add_stopped, by_id, counts, health, last_backup, names_in, note_backup, note_verdicts};
