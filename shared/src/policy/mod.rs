//! Backup policies: when points are taken, and how long they are kept.
//!
//! Rules without a clock, a zone's data or input of their own, so that the page can show beforehand what the server will do: they take the time as
//! an argument, and the zone as something that says how far its clock is ahead of UTC ([`Zone`]).
//!
//! **Times** are those that a clock on the wall shows. A run is due at the first instant at which the zone's clock shows its time or a later one: a
//! time that is skipped when the clock is put forward runs at the first instant after the gap, and one that comes twice when it is put back runs
//! once, at the first. Only what runs every hour or more often runs in both passes of a repeated hour, lest it be silent for longer than it may.
//!
//! **Retention** looks at what is there, never at what was planned. The range by days has every point that a schedule took. The others have one
//! point for each day that they chose: the newest of that day, or when the day has none, the newest of the first of the six days after that has
//! one; they keep it by the calendar, counted from the chosen day. Who keeps a point longest wins. Points of Backup now follow their own day only,
//! held points, the last good one and those of a policy without any range never go.

mod calendar;
mod chosen;
mod claims;
mod count;
mod days_of_month;
mod due;
mod keep;
mod points_of_days;
mod policy_record;
mod refused;
mod retention;
mod runs;
mod schedule;
mod terms;
mod time_of_day;
mod what_if;
mod zone;
mod zone_name;

pub use calendar::{DayOfMonth, Month, WeekOfMonth, Weekday};
pub use chosen::{Chosen, Member};
pub use claims::Claims;
pub use count::{COUNT_MAX, Count};
pub use days_of_month::{DayBased, DaysOfMonth, WeekBased};
pub use due::{DueRun, LATE_AFTER};
pub use keep::{Fate, Keeping, PointFacts};
pub use points_of_days::STANDS_IN_DAYS;
pub use policy_record::{DEFAULT_POLICY, Policy, PolicyRef};
pub use refused::{FieldRefused, PolicyRefused};
pub use retention::{Monthly, ON_DEMAND_DAYS, Range, RangeLine, Retention, Weekly, Yearly};
pub use runs::Runs;
pub use schedule::{Hourly, Interval, Schedule};
pub use terms::Terms;
pub use time_of_day::{NotATimeOfDay, TimeOfDay};
pub use what_if::{WhatIf, what_if};
pub use zone::{Instants, Zone};
pub use zone_name::{PolicyZone, UtcOffset, ZoneName};
