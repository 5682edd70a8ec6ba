//! The wall on shared screens, and the code that pairs one.

/// The wall on shared screens, and the code that pairs one.
#[derive(Clone, Copy)]
pub(crate) struct Wall {
    /// In the browser's tab, behind the state.
    pub(crate) title: &'static str,
    /// A count.
    pub(crate) vaults: fn(u64) -> String,
    /// Beside the clock: how old the data is.
    pub(crate) as_of: fn(&str) -> String,
    /// Beside the clock, while the server is out of reach.
    pub(crate) own_clock: &'static str,
    /// The verdict of before: protected, all, time.
    pub(crate) was_some: fn(u64, u64, &str) -> String,
    /// A list.
    pub(crate) needs: &'static str,
    /// The list is empty.
    pub(crate) nobody: &'static str,
    /// What the list has no room for.
    pub(crate) more_machines: fn(u64) -> String,
    /// When a backup failed.
    pub(crate) failed_at: fn(&str) -> String,
    /// By how long a backup is overdue.
    pub(crate) overdue_by: fn(&str) -> String,
    /// When the newest point was taken.
    pub(crate) last_point: fn(&str) -> String,
    /// Behind a reason.
    pub(crate) running: fn(&str) -> String,
    /// What ended within a day: completed, failed.
    pub(crate) last_day: fn(u64, u64) -> String,
    /// Jobs that the list has no room for.
    pub(crate) more_jobs: fn(u64) -> String,
    /// How far a job was.
    pub(crate) was: fn(&str) -> String,
    /// When that was.
    pub(crate) at: fn(&str) -> String,
    /// The server is out of reach: the loudest word there is.
    pub(crate) stale: &'static str,
    /// For how long.
    pub(crate) no_contact: fn(&str) -> String,
    /// How old everything is.
    pub(crate) from: fn(&str) -> String,
    /// A try is under way; which one.
    pub(crate) trying: fn(u32) -> String,
    /// In how long the next try is made, and which one that is.
    pub(crate) next_try: fn(&str, u32) -> String,
    /// A heading.
    pub(crate) pair: &'static str,
    /// A step: the server's address.
    pub(crate) step_sign_in: fn(&str) -> String,
    /// A step.
    pub(crate) step_open: &'static str,
    /// A step.
    pub(crate) step_code: &'static str,
    /// The six digits, for screen readers.
    pub(crate) code: &'static str,
    /// When the code is void.
    pub(crate) good_until: fn(&str) -> String,
    /// A heading: what the screen was called.
    pub(crate) revoked: fn(&str) -> String,
    /// Since when, and what to do about it.
    pub(crate) revoked_text: fn(&str) -> String,
    /// Too many screens ask from this address.
    pub(crate) too_many: &'static str,
    /// The server does not answer.
    pub(crate) unreachable: &'static str,
}
