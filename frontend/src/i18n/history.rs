//! The last thirty days, and how storage grows.

use shared::day::DayState;

/// The last thirty days, and how storage grows.
#[derive(Clone, Copy)]
pub(crate) struct History {
    /// A region.
    pub(crate) title: &'static str,
    /// Beside it, where a row is a vault.
    pub(crate) worst: &'static str,
    /// Beside it, with the zone that the days are of.
    pub(crate) days_in: fn(&str) -> String,
    /// A column: the last fourteen days.
    pub(crate) fortnight: &'static str,
    /// The heading of the picture of the last jobs.
    pub(crate) last_jobs: &'static str,
    /// The end of its axis.
    pub(crate) now: &'static str,
    /// A row of days, for screen readers.
    pub(crate) days_of: fn(&str) -> String,
    /// How a day was.
    pub(crate) state: fn(DayState) -> &'static str,
    /// What the shapes mean, for screen readers.
    pub(crate) legend: &'static str,
    /// The only row of days.
    pub(crate) state_row: &'static str,
    /// The row of bars.
    pub(crate) new_data: &'static str,
    /// Below it.
    pub(crate) today_new: fn(&str) -> String,
    /// The bars as a sentence: in all, today.
    pub(crate) new_of_days: fn(&str, &str) -> String,
    /// A line as a sentence: so many days ago, so much; so much now; of so much.
    pub(crate) grew: fn(&str, &str, &str, &str) -> String,
    /// The storage is full on a day.
    pub(crate) full_by: fn(&str) -> String,
    /// In how many days, and how fast.
    pub(crate) in_days: fn(u64, &str) -> String,
    /// It grows so fast, and there is room for long.
    pub(crate) distant: fn(&str) -> String,
    /// It does not grow.
    pub(crate) steady: &'static str,
    /// Nothing can be said yet.
    pub(crate) too_few_days: &'static str,
    /// Above a list that is narrowed to a time.
    pub(crate) between: fn(&str, &str) -> String,
}
