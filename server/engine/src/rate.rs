//! How many bytes a second may go to and from vaults.

use std::num::NonZeroU64;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::core::lock;

/// So long somebody sleeps at most before looking whether there is a reason to stop.
const NAP: Duration = Duration::from_millis(50);

/// The limit that is shared by backups to, and restores and verifications from all vaults that are opened with it, as a link
/// or a disk is. By default there is none. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct RateLimit(Option<Arc<Link>>);

#[derive(Debug)]
struct Link {
    budget: Mutex<Budget>,
    began: Instant,
}

/// What has been moved, and until when that was allowed to take.
#[derive(Debug)]
struct Budget {
    bytes_per_second: NonZeroU64,
    /// Since the beginning. Time in which nothing was moved is lost: nobody may make up for it.
    paid_until: Duration,
}

impl RateLimit {
    /// So many bytes a second, within a tenth.
    pub fn new(bytes_per_second: NonZeroU64) -> Self {
        let budget = Mutex::new(Budget { bytes_per_second, paid_until: Duration::ZERO });
        RateLimit(Some(Arc::new(Link { budget, began: Instant::now() })))
    }

    /// Notes that so many bytes are moved.
    pub(crate) fn charge(&self, bytes: u64) {
        if let Some(link) = &self.0 {
            lock(&link.budget).charge(link.began.elapsed(), bytes);
        }
    }

    /// Waits until everything that was moved has had its time, or there is a reason to stop.
    pub(crate) fn wait(&self, stopped: &dyn Fn() -> bool) {
        let Some(link) = &self.0 else { return };
        while !stopped() {
            let left = lock(&link.budget).paid_until.saturating_sub(link.began.elapsed());
            if left.is_zero() {
                return;
            }
            thread::sleep(left.min(NAP));
        }
    }
}

impl Budget {
    fn charge(&mut self, now: Duration, bytes: u64) {
        let nanos = u128::from(bytes) * 1_000_000_000 / u128::from(self.bytes_per_second.get());
        let time = Duration::from_nanos(u64::try_from(nanos).unwrap_or(u64::MAX));
        self.paid_until = self.paid_until.max(now).saturating_add(time);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// Moves pieces one after the other, each as soon as it may, and answers how long that took.
    fn moved(bytes_per_second: u64, pieces: impl Iterator<Item = u64>, idle_before: Duration) -> Duration {
        let bytes_per_second = NonZeroU64::new(bytes_per_second).unwrap();
        let mut budget = Budget { bytes_per_second, paid_until: Duration::ZERO };
        let mut now = idle_before;
        for piece in pieces {
            now = now.max(budget.paid_until);
            budget.charge(now, piece);
        }
        budget.paid_until.checked_sub(idle_before).unwrap()
    }

    #[test]
    fn the_rate_is_held_whatever_the_size_of_the_pieces() {
        for pieces in
            [vec![1_000_000; 100], vec![100_000_000], (1..=1000).map(|n| n * 200).collect(), vec![7; 1_000_003]]
        {
            let bytes: u64 = pieces.iter().sum();
            let seconds = moved(5_000_000, pieces.into_iter(), Duration::ZERO).as_secs_f64();
            #[allow(clippy::cast_precision_loss)]
            let rate = bytes as f64 / seconds;
            assert!((4_500_000.0..5_500_000.0).contains(&rate), "{rate}");
        }
    }

    #[test]
    fn an_idle_hour_is_not_made_up_for() {
        assert_eq!(moved(1000, [4000].into_iter(), Duration::from_hours(1)), Duration::from_secs(4));
    }

    #[test]
    fn whoever_is_to_stop_does_not_wait() {
        let limit = RateLimit::new(NonZeroU64::MIN);
        limit.charge(u64::MAX);
        limit.wait(&|| true);
        RateLimit::default().wait(&|| false);
    }

    #[test]
    fn whoever_has_a_copy_of_a_limit_waits_for_the_others_too() {
        let (limit, other) = (RateLimit::new(NonZeroU64::MIN), RateLimit::default());
        limit.clone().charge(u64::MAX);
        let asked = Cell::new(0);
        limit.wait(&|| asked.replace(asked.get() + 1) > 0);
        assert_eq!(asked.get(), 2);
        other.wait(&|| false);
    }
}
