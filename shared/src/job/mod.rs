//! Jobs: long operations, durable, watched live.

mod log;
mod progress;
mod record;
mod state;

pub use log::{LogLevel, LogLine};
pub use progress::{Bottleneck, DiskProgress, JobProgress, Phase, PhaseState, PhaseStatus};
pub use record::{Job, JobFilter, JobKind};
pub use state::{JobError, JobState, JobStatus, JobWarning};
