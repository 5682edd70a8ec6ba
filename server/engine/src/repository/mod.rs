//! An opened vault.
//!
//! Owns the public face of the engine: making and opening a vault, and one method an operation, each a few lines that lead to the room that
//! does it. It must not decide anything itself.

mod error;
mod open;
mod operations;
mod replicas;
mod restoring;
mod settings;

pub use error::{ForgetError, InitError, OpenError, PointsError};
pub use open::Repository;
pub use operations::Usage;
pub use settings::Settings;
