//! Comparing the clock with what the time has to be, and keeping both.

use chrono::TimeDelta;
use shared::clock::{ClockDoubt, Reckoning, ServerClock};
use shared::event::Topic;
use shared::notification::{Happening, Link};
use tokio::sync::{Mutex, MutexGuard};

use crate::app::App;
use crate::auth::Place;
use crate::clock::{Reading, store};
use crate::db::Tx;
use crate::error::Result;
use crate::notifications;

/// What was thought of the clock at the last look.
#[derive(Debug, Default)]
pub struct Watched(Mutex<Option<Looked>>);

/// A look, and how long the machine had run.
#[derive(Clone, Copy, Debug)]
struct Looked {
    reckoning: Reckoning,
    running: TimeDelta,
}

/// Looks at the clock. The first look of a server compares with what the one before it has kept. It writes: no transaction may be open where it is
/// called.
pub async fn look(app: &App) -> Result<ServerClock> {
    Look::begin(app).await?.end().await
}

/// The jump that the last look found.
pub(super) async fn last_doubt(app: &App) -> Option<ClockDoubt> {
    app.watched.0.lock().await.and_then(|looked| looked.reckoning.doubt)
}

/// A look under way: nobody else looks, and nobody else writes.
pub(super) struct Look<'a> {
    app: &'a App,
    last: MutexGuard<'a, Option<Looked>>,
    tx: Tx,
    reading: Reading,
    before: Option<ClockDoubt>,
    reckoning: Reckoning,
}

impl<'a> Look<'a> {
    pub(super) async fn begin(app: &'a App) -> Result<Self> {
        let last = app.watched.0.lock().await;
        let mut tx = app.db.begin().await?;
        let reading = app.clock.read();
        let (before, reckoning) = match *last {
            Some(last) => {
                let passed = reading.running - last.running;
                (last.reckoning.doubt, last.reckoning.look(reading.now, passed))
            }
            None => match store::get(&mut tx).await? {
                Some(kept) => (kept.doubt, kept.look_at_start(reading.now)),
                None => (None, Reckoning::known(reading.now)),
            },
        };
        Ok(Self { app, last, tx, reading, before, reckoning })
    }

    /// The jump that was found, and where to write down what is done about it.
    pub(super) fn found(&mut self) -> (Option<ClockDoubt>, &mut Tx) {
        (self.reckoning.doubt, &mut self.tx)
    }

    /// Takes what the clock says for the time.
    pub(super) fn believe(&mut self) {
        self.reckoning = Reckoning::known(self.reading.now);
    }

    /// Keeps what was found, and says so when it is news.
    pub(super) async fn end(mut self) -> Result<ServerClock> {
        let (app, doubt) = (self.app, self.reckoning.doubt);
        let is_news = doubt != self.before;
        store::put(&mut self.tx, &self.reckoning).await?;
        if doubt.is_some() && is_news {
            let entry = (Happening::ClockDoubted, "", Link::Overview);
            notifications::add(&mut self.tx, app, entry, Place::default()).await?;
        }
        self.tx.commit().await?;
        *self.last = Some(Looked { reckoning: self.reckoning, running: self.reading.running });
        if is_news {
            tell(app, doubt);
        }
        Ok(ServerClock { now: self.reading.now, doubt })
    }
}

fn tell(app: &App, doubt: Option<ClockDoubt>) {
    if let Some(ClockDoubt { known_at, found_at, .. }) = doubt {
        tracing::warn!(%known_at, %found_at, "the clock has jumped: nothing is removed by its date until it is confirmed");
    } else {
        tracing::info!("the clock is believed again");
    }
    app.events.changed(Topic::Clock, None);
    app.events.changed(Topic::Notifications, None);
}
