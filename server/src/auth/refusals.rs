//! Failed sign-ins in the activity log: who was tried, from where, and by what. Never what was typed: it may be a password in the wrong field.

use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use shared::audit::Action;

use crate::app::App;
use crate::audit::{self, Subject};
use crate::error::Result;

/// So many are written at once, and then one in this time, so that nobody fills the disk by failing.
const AT_ONCE: u64 = 100;
const ONE_EVERY: TimeDelta = TimeDelta::seconds(30);

/// How many failed sign-ins are still written.
#[derive(Debug, Default)]
pub struct Refusals {
    budget: Mutex<Budget>,
}

impl Refusals {
    /// Writes a failed sign-in from this address; `tried` is who was tried, or what the provider calls someone whom nobody here knows.
    pub(super) async fn record(
        app: &App,
        address: IpAddr,
        how: Action,
        tried: impl Into<Subject<'_>> + Send,
    ) -> Result<()> {
        let said = app.refusals.budget.lock().unwrap_or_else(PoisonError::into_inner).take(app.clock.now());
        let Some(unsaid) = said else { return Ok(()) };
        let mut tx = app.db.begin().await?;
        if unsaid > 0 {
            audit::record(&mut tx, &app.clock, "system", Action::SessionRefuseMany, &unsaid.to_string()).await?;
        }
        audit::record(&mut tx, &app.clock, &address.to_string(), how, tried).await?;
        tx.commit().await?;
        Ok(())
    }
}

#[derive(Debug, Default)]
struct Budget {
    spent: u64,
    /// When the last one was given back.
    since: DateTime<Utc>,
    unsaid: u64,
}

impl Budget {
    /// Whether one more is written, and how many before it were not.
    fn take(&mut self, now: DateTime<Utc>) -> Option<u64> {
        let back = (now - self.since).num_seconds() / ONE_EVERY.num_seconds();
        if self.spent == 0 || back < 0 {
            // A clock that was set back begins anew.
            self.since = now;
        } else if let Ok(back) = u64::try_from(back) {
            self.spent = self.spent.saturating_sub(back);
            self.since += ONE_EVERY * i32::try_from(back).unwrap_or(i32::MAX);
        }
        if self.spent >= AT_ONCE {
            self.unsaid += 1;
            return None;
        }
        self.spent += 1;
        Some(std::mem::take(&mut self.unsaid))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_write_a_bounded_number_and_say_how_many_it_did_not() {
        let (mut budget, start) = (Budget::default(), DateTime::UNIX_EPOCH + TimeDelta::days(20_000));
        for _ in 0..AT_ONCE {
            assert_eq!(budget.take(start), Some(0));
        }
        for _ in 0..7 {
            assert_eq!(budget.take(start + TimeDelta::seconds(29)), None);
        }
        assert_eq!(budget.take(start + TimeDelta::seconds(31)), Some(7));
        assert_eq!(budget.take(start + TimeDelta::seconds(59)), None);
        assert_eq!(budget.take(start + TimeDelta::seconds(60)), Some(1));
        let later = start + TimeDelta::days(365_000);
        assert_eq!(budget.take(later), Some(0));
        // The clock is set back by a year: it goes on.
        assert_eq!(budget.take(later - TimeDelta::days(365)), Some(0));
        let written = (0..1000).filter(|_| budget.take(later).is_some()).count();
        assert!(written <= 100, "{written}");
    }
}
