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
    /// The one before the last, which counts again when the last is taken back.
    last_but_one: DateTime<Utc>,
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
    /// Lets a try begin, and counts it as a failure until it is known to be none: of many at once, no more are let through than one after the
    /// other. Otherwise answers how long this address and name have to wait.
    pub fn begin(&self, address: IpAddr, name: &str, now: DateTime<Utc>) -> Result<(), TimeDelta> {
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        let both = [Who::Address(address), Who::Name(name.to_lowercase())];
        let waits = both.iter().filter_map(|who| failures.get(who)).map(|failures| failures.free_at() - now);
        if let Some(wait) = waits.filter(|wait| *wait > TimeDelta::zero()).max() {
            return Err(wait);
        }
        for who in both {
            let entry = failures.entry(who).or_insert(Failures { count: 0, last: now, last_but_one: now });
            if now - entry.last > WAIT_MAX * 4 {
                entry.count = 0;
            }
            entry.count = entry.count.saturating_add(1);
            entry.last_but_one = std::mem::replace(&mut entry.last, now);
        }
        if failures.len() > REMEMBERED {
            let oldest = failures.iter().min_by_key(|(_, failures)| failures.last).map(|(who, _)| who.clone());
            oldest.map(|who| failures.remove(&who));
        }
        Ok(())
    }

    /// The try succeeded: the name's failures are forgotten. The address's others stay, since one good account must not hide guesses at others.
    pub fn succeeded(&self, address: IpAddr, name: &str) {
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        failures.remove(&Who::Name(name.to_lowercase()));
        take_back(&mut failures, &Who::Address(address));
    }

    /// The try was neither: it does not count, and what was tried before still does. Who knows a password and guesses at the second factor gains
    /// nothing by asking without one in between.
    pub fn taken_back(&self, address: IpAddr, name: &str) {
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        take_back(&mut failures, &Who::Name(name.to_lowercase()));
        take_back(&mut failures, &Who::Address(address));
    }
}

fn take_back(failures: &mut HashMap<Who, Failures>, who: &Who) {
    if let Some(entry) = failures.get_mut(who) {
        entry.count -= 1;
        entry.last = entry.last_but_one;
        if entry.count == 0 {
            failures.remove(who);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
    const THERE: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 0, 0, 1));

    #[test]
    fn should_make_those_who_guess_wait_longer_and_longer() {
        let (limit, start) = (SignInLimit::default(), DateTime::UNIX_EPOCH);
        for _ in 0..5 {
            assert_eq!(limit.begin(HERE, "Anna", start), Ok(()));
        }
        assert_eq!(limit.begin(HERE, "anna", start), Err(TimeDelta::seconds(1)));
        let later = start + TimeDelta::seconds(1);
        assert_eq!(limit.begin(HERE, "anna", later), Ok(()));
        assert_eq!(limit.begin(HERE, "ANNA", later), Err(TimeDelta::seconds(2)));
        assert_eq!(limit.begin(THERE, "anna", later), Err(TimeDelta::seconds(2)));
        assert_eq!(limit.begin(THERE, "bo", later), Ok(()));
        let mut now = later;
        for _ in 0..40 {
            now += WAIT_MAX;
            assert_eq!(limit.begin(HERE, "anna", now), Ok(()));
        }
        assert_eq!(limit.begin(HERE, "anna", now), Err(WAIT_MAX));
    }

    #[test]
    fn should_not_forget_what_was_tried_before_a_try_that_is_taken_back() {
        let (limit, now) = (SignInLimit::default(), DateTime::UNIX_EPOCH);
        for _ in 0..5 {
            assert_eq!(limit.begin(HERE, "anna", now), Ok(()));
            limit.taken_back(HERE, "anna");
        }
        for _ in 0..4 {
            assert_eq!(limit.begin(HERE, "anna", now), Ok(()));
        }
        assert_eq!(limit.begin(THERE, "anna", now), Ok(()));
        assert_eq!(limit.begin(THERE, "anna", now), Err(TimeDelta::seconds(1)));
    }

    #[test]
    fn should_forget_a_name_that_signed_in_and_keep_what_else_its_address_tried() {
        let (limit, now) = (SignInLimit::default(), DateTime::UNIX_EPOCH);
        for name in ["bo", "cleo", "dora", "emil", "anna"] {
            assert_eq!(limit.begin(HERE, name, now), Ok(()));
        }
        limit.succeeded(HERE, "anna");
        assert_eq!(limit.begin(THERE, "anna", now), Ok(()));
        assert_eq!(limit.begin(HERE, "fred", now), Ok(()));
        assert_eq!(limit.begin(HERE, "gina", now), Err(TimeDelta::seconds(1)));
    }
}
