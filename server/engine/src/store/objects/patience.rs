//! How long a bucket is waited for.

use std::time::{Duration, Instant};

/// What is sent goes at least this fast, in bytes a second, or the peer counts as silent.
const SENT_A_SECOND_MIN: u64 = 64 << 10;

/// How long a bucket is waited for, and how often it is asked.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// How often a call is made before it has failed.
    pub attempts: u32,
    /// The pause before the second attempt; each further one is twice as long.
    pub pause: Duration,
    /// No attempt begins later than this after the first.
    pub together: Duration,
    /// A peer that sends nothing for so long is silent; a connection has as long to come about.
    pub silence: Duration,
}

/// The attempts at one call.
#[derive(Debug)]
pub(super) struct Attempts {
    patience: Patience,
    began: Instant,
    made: u32,
}

impl Default for Patience {
    /// Seven attempts within a quarter of a minute, when each fails at once.
    fn default() -> Self {
        Patience {
            attempts: 7,
            pause: Duration::from_millis(250),
            together: Duration::from_mins(2),
            silence: Duration::from_secs(30),
        }
    }
}

impl Patience {
    /// The attempts at a call that begins now.
    pub(super) fn attempts(self) -> Attempts {
        Attempts { patience: self, began: Instant::now(), made: 0 }
    }

    /// How long an answer may take to a request that sends so many bytes.
    pub(super) fn answer_within(&self, sent_bytes: u64) -> Duration {
        self.silence + Duration::from_secs(sent_bytes / SENT_A_SECOND_MIN)
    }
}

impl Attempts {
    /// An attempt came to nothing: how long to pause before the next; `None` when it was the last.
    pub(super) fn pause(&mut self) -> Option<Duration> {
        self.made += 1;
        let is_last = self.made >= self.patience.attempts || self.began.elapsed() >= self.patience.together;
        (!is_last).then(|| self.patience.pause.saturating_mul(1 << (self.made - 1).min(16)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_and_end() {
        let patience = Patience { attempts: 3, pause: Duration::from_secs(1), ..Patience::default() };
        let mut attempts = patience.attempts();
        assert_eq!([(); 3].map(|()| attempts.pause().map(|pause| pause.as_secs())), [Some(1), Some(2), None]);
        let over = Patience { together: Duration::ZERO, ..patience };
        assert_eq!(over.attempts().pause(), None);
        assert_eq!(patience.answer_within(32 << 20), Duration::from_secs(30 + 512));
    }
}
