//! Protected items: machines under a policy in a vault.

pub mod api;
mod backup_now;
mod enable;
mod store;

pub use enable::enable;
pub use store::{Evidence, Row, by_id, counts, health_of, names_in, note_backup};
