//! What the server remembers of browsers on their way, each bound to a secret that only that browser has; few, and for a short time.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use crate::auth::Secret;

/// Someone has so long to sign in at the provider, and so long again for a second factor here.
pub const JOURNEY_MINUTES: i64 = 10;
/// At most so many are waited for, and so many of one address; of those, who set out first is forgotten first.
const AT_ONCE: usize = 1000;
const OF_ONE_ADDRESS: usize = 20;

#[derive(Debug)]
struct Waited<T> {
    what: T,
    address: IpAddr,
    until: DateTime<Utc>,
}

/// Those who are on their way, by the hash of their browser's secret.
#[derive(Debug)]
pub(super) struct Waiting<T> {
    browsers: Mutex<HashMap<String, Waited<T>>>,
}

impl<T> Default for Waiting<T> {
    fn default() -> Self {
        Self { browsers: Mutex::default() }
    }
}

impl<T> Waiting<T> {
    /// Waits for a browser that set out from this address.
    pub(super) fn add(&self, browser: &Secret, address: IpAddr, what: T, now: DateTime<Utc>) {
        let mut browsers = self.browsers.lock().unwrap_or_else(PoisonError::into_inner);
        browsers.retain(|_, waited| waited.until > now);
        if browsers.values().filter(|waited| waited.address == address).count() >= OF_ONE_ADDRESS {
            forget_first(&mut browsers, |waited| waited.address == address);
        } else if browsers.len() >= AT_ONCE {
            forget_first(&mut browsers, |_| true);
        }
        let until = now + TimeDelta::minutes(JOURNEY_MINUTES);
        browsers.insert(browser.hash(), Waited { what, address, until });
    }

    /// What is remembered of a browser that comes back. It comes back once.
    pub(super) fn take(&self, browser: &Secret, now: DateTime<Utc>) -> Option<T> {
        let taken = self.browsers.lock().unwrap_or_else(PoisonError::into_inner).remove(&browser.hash());
        taken.filter(|waited| waited.until > now).map(|waited| waited.what)
    }
}

impl<T: Copy> Waiting<T> {
    /// What is remembered of a browser that is still on its way.
    pub(super) fn look(&self, browser: &Secret, now: DateTime<Utc>) -> Option<T> {
        let browsers = self.browsers.lock().unwrap_or_else(PoisonError::into_inner);
        browsers.get(&browser.hash()).filter(|waited| waited.until > now).map(|waited| waited.what)
    }
}

fn forget_first<T>(browsers: &mut HashMap<String, Waited<T>>, among: impl Fn(&Waited<T>) -> bool) {
    let first = browsers.iter().filter(|(_, waited)| among(waited)).min_by_key(|(_, waited)| waited.until);
    if let Some(browser) = first.map(|(browser, _)| browser.clone()) {
        browsers.remove(&browser);
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

    fn address(number: u32) -> IpAddr {
        IpAddr::V4(Ipv4Addr::from(number))
    }

    fn browser(number: u32) -> Secret {
        Secret::received(&number.to_string())
    }

    #[test]
    fn should_forget_what_is_taken_or_too_old() {
        let waiting = Waiting::default();
        waiting.add(&browser(1), address(1), 1, NOW);
        assert_eq!(waiting.look(&browser(1), NOW), Some(1));
        assert_eq!(waiting.take(&browser(2), NOW), None);
        assert_eq!((waiting.take(&browser(1), NOW), waiting.take(&browser(1), NOW)), (Some(1), None));
        waiting.add(&browser(1), address(1), 1, NOW);
        assert_eq!(waiting.take(&browser(1), NOW + TimeDelta::minutes(JOURNEY_MINUTES)), None);
    }

    #[test]
    fn should_push_nobody_out_from_another_address() {
        let waiting = Waiting::default();
        waiting.add(&browser(0), address(0), 0, NOW);
        let later = NOW + TimeDelta::seconds(1);
        for number in 1..=50 {
            waiting.add(&browser(number), address(1), number, later + TimeDelta::milliseconds(number.into()));
        }
        assert_eq!(waiting.look(&browser(0), later), Some(0));
        assert_eq!((waiting.look(&browser(30), later), waiting.look(&browser(31), later)), (None, Some(31)));
    }

    #[test]
    fn should_remember_a_bounded_number() {
        let waiting = Waiting::default();
        for number in 0..2000 {
            waiting.add(&browser(number), address(number), number, NOW + TimeDelta::milliseconds(number.into()));
        }
        assert_eq!(waiting.browsers.lock().unwrap().len(), AT_ONCE);
        assert_eq!((waiting.look(&browser(999), NOW), waiting.look(&browser(1000), NOW)), (None, Some(1000)));
    }
}
