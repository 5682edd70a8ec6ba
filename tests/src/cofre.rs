//! A server in this process, over real HTTP, with a clock that the test moves.

use chrono::TimeDelta;
use server::clock::Clock;
use server::config::Config;
use server::start::{Server, start};

use crate::{Client, Place};

/// A running server and its place.
#[derive(Debug)]
pub struct Cofre {
    /// Where it keeps everything.
    pub place: Place,
    /// Its time.
    pub clock: Clock,
    server: Server,
}

impl Cofre {
    /// A server on a new place. Nobody has set it up.
    pub async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// The same, configured otherwise.
    pub async fn start_with(change: impl FnOnce(&mut Config)) -> Self {
        Self::start_on(Place::new(), change).await.expect("the server starts")
    }

    /// A server whose vaults are slow. Jobs with a large disk are met on their way.
    pub async fn start_slow() -> Self {
        Self::start_on(Place::slow(), |_| {}).await.expect("the server starts")
    }

    /// A server on a place that others may have used.
    pub async fn start_on(place: Place, change: impl FnOnce(&mut Config)) -> anyhow::Result<Self> {
        Self::start_after(TimeDelta::zero(), place, change).await
    }

    /// The same, when so much more time has passed than has.
    pub async fn start_after(
        outage: TimeDelta,
        place: Place,
        change: impl FnOnce(&mut Config),
    ) -> anyhow::Result<Self> {
        let mut config = place.config();
        change(&mut config);
        let clock = Clock::system();
        clock.advance(outage);
        let server = start(config, clock.clone()).await?;
        Ok(Self { place, clock, server })
    }

    /// Why no server starts on this place.
    pub async fn refusal(place: &Place) -> String {
        let refused = start(place.config(), Clock::system()).await;
        format!("{:#}", refused.expect_err("the server does not start"))
    }

    /// A server that accepts jobs and runs none of them. It is left at the end of the test, and not stopped in good order.
    pub async fn start_idle() -> Self {
        Self::start_with(|config| config.jobs_at_once = 0).await
    }

    /// A client that nobody has signed in.
    pub fn nobody(&self) -> Client {
        Client::new(&self.server.address)
    }

    /// The one-time link.
    pub fn setup_link(&self) -> &str {
        self.server.setup_link.as_deref().expect("the server waits for its first Owner")
    }

    /// Sets the server up; answers the Owner.
    pub async fn owner(&self) -> Client {
        self.nobody().set_up(self.setup_link()).await
    }

    /// What the server has open.
    pub fn app(&self) -> &server::app::App {
        &self.server.app
    }

    /// Tells the server to stop and does not wait for it.
    pub fn begin_to_stop(&self) {
        self.server.stop();
    }

    /// Waits until the server has stopped by itself; answers why.
    pub async fn fault(self) -> String {
        format!("{:#}", self.server.stopped().await.expect_err("it stops by a fault"))
    }

    /// Stops the server in good order; answers its place.
    pub async fn stop(self) -> Place {
        self.server.stop();
        self.server.stopped().await.expect("the server stops in good order");
        self.place
    }
}
