//! How long a bucket is waited for.

use std::time::Duration;

/// What is sent goes at least this fast, in bytes a second, or the peer counts as silent.
const SENT_A_SECOND_MIN: u64 = 64 << 10;

/// How long a bucket is waited for, and how often it is asked.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// How often a call is made before it has failed.
    pub attempts: u32,
    /// The pause before the second attempt; each further one is twice as long.
    pub pause: Duration,
    /// A peer that sends nothing for so long is silent; a connection has as long to come about.
    pub silence: Duration,
}

impl Default for Patience {
    /// Seven attempts within a quarter of a minute, when each fails at once.
    fn default() -> Self {
        Patience { attempts: 7, pause: Duration::from_millis(250), silence: Duration::from_secs(30) }
    }
}

impl Patience {
    /// How long to pause behind this attempt, from 1; `None` behind the last.
    pub(super) fn pause_after(&self, attempt: u32) -> Option<Duration> {
        (attempt < self.attempts).then(|| self.pause.saturating_mul(1 << (attempt - 1).min(16)))
    }

    /// How long an answer may take to a request that sends so many bytes.
    pub(super) fn answer_within(&self, sent_bytes: u64) -> Duration {
        self.silence + Duration::from_secs(sent_bytes / SENT_A_SECOND_MIN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_and_end() {
        let patience = Patience { attempts: 3, pause: Duration::from_secs(1), silence: Duration::from_secs(30) };
        let pauses = [1, 2, 3].map(|attempt| patience.pause_after(attempt).map(|pause| pause.as_secs()));
        assert_eq!(pauses, [Some(1), Some(2), None]);
        assert_eq!(patience.answer_within(32 << 20), Duration::from_secs(30 + 512));
    }
}
