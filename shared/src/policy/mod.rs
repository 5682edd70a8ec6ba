//! Backup policies: when points are taken, and how long they are kept.

mod policy_record;
mod retention;
mod schedule;

pub use policy_record::{DEFAULT_POLICY, Policy, PolicyRef};
pub use retention::{ON_DEMAND_DAYS, Retention};
pub use schedule::{NotATimeOfDay, Schedule, TimeOfDay};
