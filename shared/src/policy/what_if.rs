//! What a change of a policy would do to the points that there are (F38, F131).

use chrono::{DateTime, Utc};

use crate::policy::{Keeping, PointFacts, Retention, Zone};

/// The points that a change is of consequence for, by their place among the points.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatIf {
    /// Kept today, and gone by the change.
    pub expired: Vec<usize>,
    /// Kept, but not for as long.
    pub sooner: Vec<usize>,
    /// Kept for longer, or not gone any more.
    pub later: Vec<usize>,
    /// What would become of each point.
    pub after: Vec<Keeping>,
}

/// What becomes of the points of one item at `now` when `before` is replaced by `after`, each with the clock of its zone.
pub fn what_if(
    points: &[PointFacts],
    before: (&Retention, &dyn Zone),
    after: (&Retention, &dyn Zone),
    now: DateTime<Utc>,
) -> WhatIf {
    let old = before.0.keep(points, now, before.1);
    let mut what_if = WhatIf { after: after.0.keep(points, now, after.1), ..WhatIf::default() };
    for (index, (old, new)) in old.iter().zip(&what_if.after).enumerate() {
        // A point without an end lasts longest.
        let end = |keeping: &Keeping| keeping.fate.ends_at().unwrap_or(DateTime::<Utc>::MAX_UTC);
        if old.fate.is_kept() && !new.fate.is_kept() {
            what_if.expired.push(index);
        } else if new.fate.is_kept() && end(new) < end(old) {
            what_if.sooner.push(index);
        } else if new.fate.is_kept() && end(new) > end(old) {
            what_if.later.push(index);
        }
    }
    what_if
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::policy::zone::tests::{Lisbon, instant};
    use crate::policy::{Count, Fate};

    fn days(days: u32) -> Retention {
        Retention::days(Count::new(days).unwrap())
    }

    /// A point a day, the newest first.
    fn points(many: i64) -> Vec<PointFacts> {
        let newest = instant("2026-11-25T02:07:00Z");
        let point = |ago| PointFacts {
            taken_at: newest - TimeDelta::days(ago),
            is_scheduled: true,
            chosen_until: None,
            is_held: false,
            is_good: true,
        };
        (0..many).map(point).collect()
    }

    fn change(points: &[PointFacts], before: &Retention, after: &Retention) -> WhatIf {
        what_if(points, (before, &Lisbon), (after, &Lisbon), instant("2026-11-25T10:00:00Z"))
    }

    #[test]
    fn should_list_the_points_that_a_shorter_range_lets_go() {
        let what_if = change(&points(30), &days(30), &days(7));
        assert_eq!(what_if.expired, (7..30).collect::<Vec<_>>(), "23 of 30");
        assert_eq!(what_if.sooner, (0..7).collect::<Vec<_>>());
        assert_eq!(what_if.after[6].fate, Fate::Until { at: instant("2026-11-26T02:07:00Z") });
    }

    #[test]
    fn should_list_the_points_that_a_longer_range_keeps() {
        let what_if = change(&points(30), &days(7), &Retention::default());
        assert_eq!((what_if.later.len(), what_if.expired.len(), what_if.sooner.len()), (30, 0, 0));
    }

    #[test]
    fn should_never_list_the_last_good_point() {
        let what_if = change(&points(3)[2..], &days(30), &days(1));
        assert_eq!(what_if.expired, [0_usize; 0]);
        assert_eq!(what_if.after[0].fate, Fate::LastGood);
    }

    #[test]
    fn should_be_of_no_consequence_when_nothing_changes() {
        let what_if = change(&points(40), &days(30), &days(30));
        assert!(what_if.expired.is_empty() && what_if.sooner.is_empty() && what_if.later.is_empty());
    }
}
