//! Whether the server's clock can be believed: what counts as a jump, and what is said of one.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// A clock that is off by more than this, in hours, forward or backward, has jumped. Less than that is what setting a clock does.
pub const JUMP_HOURS: i64 = 24;

/// A jump of the clock that nobody has confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClockDoubt {
    /// What the time was to be when the jump was noticed; after an outage, the last time that was known.
    pub known_at: DateTime<Utc>,
    /// What the clock said instead.
    pub found_at: DateTime<Utc>,
    /// From the one to the other; negative when the clock went back.
    pub jump_seconds: i64,
}

impl ClockDoubt {
    /// A jump from one time to another.
    pub fn new(known_at: DateTime<Utc>, found_at: DateTime<Utc>) -> Self {
        let millis = (found_at - known_at).num_milliseconds();
        // To the nearest, since two clocks are never read at the same moment.
        Self { known_at, found_at, jump_seconds: (millis + 500 * millis.signum()) / 1000 }
    }
}

/// The server's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ServerClock {
    /// What it says now.
    pub now: DateTime<Utc>,
    /// Why it is not believed; nothing is removed by its date meanwhile.
    pub doubt: Option<ClockDoubt>,
}

/// Says that the clock is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ConfirmClock {
    /// The jump that is meant, by what the clock was found to say: another one is not confirmed by accident.
    pub found_at: DateTime<Utc>,
}

/// What the time has to be, by a time that was known and by how much has passed since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reckoning {
    /// What it has to be.
    pub expected_at: DateTime<Utc>,
    /// What the clock says instead, while that is too far off.
    pub doubt: Option<ClockDoubt>,
}

impl Reckoning {
    /// The time as it is known for the first time, or as someone has confirmed it.
    pub const fn known(now: DateTime<Utc>) -> Self {
        Self { expected_at: now, doubt: None }
    }

    /// What is to be thought of a clock that says `now` when so much has passed.
    ///
    /// What is expected is never corrected by what the clock says: many small steps are one large one. A clock that is put right is believed
    /// again, and one that jumps while it is doubted is doubted anew.
    #[must_use]
    pub fn look(self, now: DateTime<Utc>, passed: TimeDelta) -> Self {
        let expected_at = self.expected_at + passed;
        if is_small(now - expected_at) {
            return Self { expected_at, doubt: None };
        }
        let is_same = |doubt: &ClockDoubt| is_small((now - doubt.found_at) - (expected_at - doubt.known_at));
        let doubt = self.doubt.filter(is_same).unwrap_or_else(|| ClockDoubt::new(expected_at, now));
        Self { expected_at, doubt: Some(doubt) }
    }

    /// The same for a server that starts: how long it was stopped is known by the clock alone, which is believed when that is not long.
    #[must_use]
    pub fn look_at_start(self, now: DateTime<Utc>) -> Self {
        let looked = self.look(now, TimeDelta::zero());
        if looked.doubt.is_none() { Self::known(now) } else { looked }
    }
}

fn is_small(step: TimeDelta) -> bool {
    step.abs() <= TimeDelta::hours(JUMP_HOURS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::hours(hours)
    }

    fn hours(count: i64) -> TimeDelta {
        TimeDelta::hours(count)
    }

    #[test]
    fn should_believe_a_clock_that_goes_or_is_set_by_a_day() {
        let known = Reckoning::known(at(0));
        assert_eq!(known.look(at(1000), hours(1000)), Reckoning::known(at(1000)));
        for off in [24, -24] {
            assert_eq!(known.look(at(1 + off), hours(1)), Reckoning::known(at(1)));
        }
    }

    #[test]
    fn should_doubt_a_clock_that_jumps_by_more_than_a_day() {
        for off in [25, -25] {
            let doubted = Reckoning::known(at(0)).look(at(1 + off), hours(1));
            let doubt = ClockDoubt { known_at: at(1), found_at: at(1 + off), jump_seconds: off * 3600 };
            assert_eq!(doubted, Reckoning { expected_at: at(1), doubt: Some(doubt) });
        }
    }

    #[test]
    fn should_tell_a_jump_to_the_nearest_second() {
        let close = |millis: i64| ClockDoubt::new(at(0), at(48) + TimeDelta::milliseconds(millis)).jump_seconds;
        assert_eq!((close(-3), close(499), close(500)), (48 * 3600, 48 * 3600, 48 * 3600 + 1));
        assert_eq!(ClockDoubt::new(at(48), at(0) + TimeDelta::milliseconds(3)).jump_seconds, -48 * 3600);
    }

    #[test]
    fn should_take_many_small_steps_for_a_large_one() {
        let once = Reckoning::known(at(0)).look(at(20), hours(0));
        assert_eq!(once.doubt, None);
        let twice = once.look(at(40), hours(0));
        assert_eq!(twice.doubt, Some(ClockDoubt::new(at(0), at(40))));
    }

    #[test]
    fn should_go_on_doubting_the_same_jump_and_believe_again_when_it_is_undone() {
        let doubted = Reckoning::known(at(0)).look(at(100), hours(0));
        let later = doubted.look(at(150), hours(50));
        assert_eq!((later.expected_at, later.doubt), (at(50), doubted.doubt));
        assert_eq!(later.look(at(60), hours(10)), Reckoning::known(at(60)));
        let again = later.look(at(200), hours(10));
        assert_eq!(again.doubt, Some(ClockDoubt::new(at(60), at(200))));
    }

    #[test]
    fn should_ask_after_an_outage_of_more_than_a_day_only() {
        let known = Reckoning::known(at(0));
        assert_eq!(known.look_at_start(at(20)), Reckoning::known(at(20)));
        let outage = known.look_at_start(at(170));
        assert_eq!(outage.doubt, Some(ClockDoubt::new(at(0), at(170))));
        assert_eq!(outage.look_at_start(at(171)).doubt, outage.doubt, "a start is no answer");
    }
}
