//! Which ranges keep a point, and until when.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::policy::Range;

/// Until when each range keeps a point that is its own. An end that has passed is still said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Claims {
    /// The range by days.
    pub daily: Option<DateTime<Utc>>,
    /// The range by weeks.
    pub weekly: Option<DateTime<Utc>>,
    /// The range by months.
    pub monthly: Option<DateTime<Utc>>,
    /// The range by years.
    pub yearly: Option<DateTime<Utc>>,
}

impl Claims {
    /// Until when it is kept: the last end of all.
    pub fn until(&self) -> Option<DateTime<Utc>> {
        [self.daily, self.weekly, self.monthly, self.yearly].into_iter().flatten().max()
    }

    /// The ranges that keep it at `now`.
    pub fn at(&self, now: DateTime<Utc>) -> impl Iterator<Item = Range> {
        let each = [
            (Range::Daily, self.daily),
            (Range::Weekly, self.weekly),
            (Range::Monthly, self.monthly),
            (Range::Yearly, self.yearly),
        ];
        each.into_iter().filter(move |(_, until)| until.is_some_and(|until| until > now)).map(|(range, _)| range)
    }

    /// Adds that a range keeps it until then.
    pub(super) fn add(&mut self, range: Range, until: DateTime<Utc>) {
        let end = match range {
            Range::Daily => &mut self.daily,
            Range::Weekly => &mut self.weekly,
            Range::Monthly => &mut self.monthly,
            Range::Yearly => &mut self.yearly,
        };
        *end = (*end).max(Some(until));
    }
}
