//! Slows down those who guess: after five failures in a row from an address, or for a name, each further try has to wait.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

/// Failures that cost nothing.
const FREE: u32 = 5;
/// The longest wait.
const WAIT_MAX: TimeDelta = TimeDelta::minutes(15);
/// At most so many addresses and names are remembered; the oldest failure goes first.
const REMEMBERED: usize = 10_000;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Who {
    Address(IpAddr),
    Name(String),
}

#[derive(Clone, Copy, Debug)]
struct Failures {
    count: u32,
    last: DateTime<Utc>,
}

impl Failures {
    fn free_at(self) -> DateTime<Utc> {
        if self.count < FREE {
            return self.last;
        }
        let doubled = 1_i32 << (self.count - FREE).min(10);
        self.last + (TimeDelta::seconds(1) * doubled).min(WAIT_MAX)
    }
}

/// The failures that are remembered.
#[derive(Debug, Default)]
pub struct SignInLimit {
    failures: Mutex<HashMap<Who, Failures>>,
}

impl SignInLimit {
    /// How long this address and name have to wait before the next try; nothing when they may go on.
    pub fn wait(&self, address: IpAddr, name: &str, now: DateTime<Utc>) -> Option<TimeDelta> {
        let failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        [Who::Address(address), Who::Name(name.to_lowercase())]
            .iter()
            .filter_map(|who| failures.get(who))
            .map(|failures| failures.free_at() - now)
            .filter(|wait| *wait > TimeDelta::zero())
            .max()
    }

    /// A try failed.
    pub fn failed(&self, address: IpAddr, name: &str, now: DateTime<Utc>) {
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        for who in [Who::Address(address), Who::Name(name.to_lowercase())] {
            let entry = failures.entry(who).or_insert(Failures { count: 0, last: now });
            if now - entry.last > WAIT_MAX * 4 {
                entry.count = 0;
            }
            entry.count = entry.count.saturating_add(1);
            entry.last = now;
        }
        if failures.len() > REMEMBERED {
            let oldest = failures.iter().min_by_key(|(_, failures)| failures.last).map(|(who, _)| who.clone());
            oldest.map(|who| failures.remove(&who));
        }
    }

    /// A try succeeded: the name's failures are forgotten. The address's stay, since one good account must not hide guesses at others.
    pub fn succeeded(&self, name: &str) {
        self.failures.lock().unwrap_or_else(PoisonError::into_inner).remove(&Who::Name(name.to_lowercase()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_make_those_who_guess_wait_longer_and_longer() {
        let limit = SignInLimit::default();
        let address = IpAddr::from([127, 0, 0, 1]);
        let now = DateTime::UNIX_EPOCH;
        for _ in 0..4 {
            limit.failed(address, "Anna", now);
        }
        assert_eq!(limit.wait(address, "anna", now), None);
        limit.failed(address, "anna", now);
        assert_eq!(limit.wait(address, "anna", now), Some(TimeDelta::seconds(1)));
        limit.failed(address, "anna", now);
        assert_eq!(limit.wait(address, "ANNA", now), Some(TimeDelta::seconds(2)));
        assert_eq!(limit.wait(IpAddr::from([10, 0, 0, 1]), "anna", now), Some(TimeDelta::seconds(2)));
        assert_eq!(limit.wait(address, "bo", now + TimeDelta::seconds(3)), None);
        for _ in 0..40 {
            limit.failed(address, "anna", now);
        }
        assert_eq!(limit.wait(address, "anna", now), Some(WAIT_MAX));
    }
}
