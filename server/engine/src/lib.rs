//! The vault engine: moves disks into vaults and back.

mod archive;
mod cancel;
mod clock;
mod core;
mod fault;
pub mod format;
mod geometry;
mod index;
mod lock;
mod password;
mod point;
mod progress;
mod repository;
mod restore;
pub mod source;
pub mod store;
mod verify;

pub use archive::{BackupDisk, BackupError, BackupOutcome, BackupRequest, BeforeCommit, DiskOutcome};
pub use cancel::Cancel;
pub use fault::{Damage, ReadError};
pub use geometry::Geometry;
pub use lock::LockError;
pub use password::Password;
pub use point::{Consistency, Point, PointDisk, PointId, Survey};
pub use progress::{NoProgress, Phase, Progress, Update};
pub use repository::{ForgetError, InitError, OpenError, PointsError, Repository, Settings, Usage};
pub use restore::{ImageFormat, RestoreError, RestoreOutcome, RestoreRequest, RestoreTarget};
pub use verify::{Problem, ProblemKind, Validation, VerifyError, VerifyReport, VerifyRequest};
