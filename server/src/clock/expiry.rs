//! What removing something by its date needs.

use chrono::{DateTime, Utc};
use shared::problem::{Code, Problem};

use crate::app::App;
use crate::clock::look;
use crate::error::Result;

/// That the clock was believed a moment ago, for one run of a removal by date. It is used up by asking it for the time, and that time decides
/// to the end of the run what is due: a jump meanwhile changes nothing.
#[derive(Debug)]
#[must_use = "who asks for it is about to remove something"]
pub struct ExpiryPermit(DateTime<Utc>);

impl ExpiryPermit {
    /// Looks at the clock. Refused while a jump is not confirmed.
    pub async fn ask(app: &App) -> Result<Self> {
        let clock = look(app).await?;
        match clock.doubt {
            None => Ok(Self(clock.now)),
            Some(doubt) => {
                let detail = format!("It was to be {}; the clock said {}.", doubt.known_at, doubt.found_at);
                Err(Problem::new(Code::ClockDoubted).because(detail).into())
            }
        }
    }

    /// The time that decides what is due.
    pub fn into_time(self) -> DateTime<Utc> {
        self.0
    }
}
