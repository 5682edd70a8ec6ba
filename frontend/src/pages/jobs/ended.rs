//! How long a job took, or has taken so far.

use shared::job::JobState;

use crate::clock;

/// How many seconds a job took, or has taken so far; nothing before it began.
pub(super) fn seconds(state: &JobState) -> Option<u64> {
    let begun = state.started_at()?;
    let end = state.finished_at().unwrap_or_else(|| clock::tick().max(clock::now()).max(begun));
    u64::try_from((end - begun).num_milliseconds()).ok().map(|millis| millis.div_ceil(1000))
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};

    use super::*;

    #[test]
    fn should_count_from_the_beginning_to_the_end() {
        let started_at = DateTime::UNIX_EPOCH;
        let finished_at = started_at + TimeDelta::seconds(13);
        assert_eq!(seconds(&JobState::Completed { started_at, finished_at }), Some(13));
        assert_eq!(seconds(&JobState::Queued), None);
    }
}
