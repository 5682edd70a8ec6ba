//! What this browser may show: asked when the page opens, when the stream is lost, and every other second while a code is shown.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::problem::Code;
use shared::screen::{Pairing, ScreenState};

use crate::api::{self, Failure};

/// How soon a code that was typed is noticed.
const ASK_EVERY: Duration = Duration::from_secs(2);
/// Where too many ask, this one waits.
const WAIT: Duration = Duration::from_secs(20);

/// What the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    /// The server has not said.
    Unknown,
    /// The wall.
    Wall,
    /// The code.
    Code,
}

/// Why there is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Obstacle {
    /// Too many screens ask from this address.
    TooMany,
    /// The server does not answer.
    Unreachable,
}

/// What this browser may show.
#[derive(Clone, Copy)]
pub(super) struct Standing {
    state: RwSignal<Option<ScreenState>>,
    revoked: RwSignal<Option<ScreenState>>,
    obstacle: RwSignal<Option<Obstacle>>,
    busy: StoredValue<bool>,
}

impl Standing {
    /// Asks, and goes on asking while a code is shown.
    pub(super) fn watch() -> Self {
        let standing = Self {
            state: RwSignal::new(None),
            revoked: RwSignal::new(None),
            obstacle: RwSignal::new(None),
            busy: StoredValue::new(false),
        };
        standing.ask();
        standing
    }

    /// What the page shows.
    pub(super) fn view(self) -> View {
        self.state.with(|state| match state {
            Some(ScreenState::SignedIn | ScreenState::Paired { .. }) => View::Wall,
            Some(_) => View::Code,
            None if self.obstacle.get().is_some() => View::Code,
            None => View::Unknown,
        })
    }

    /// The code, when there is one.
    pub(super) fn pairing(self) -> Option<Pairing> {
        self.state.with(|state| match state {
            Some(ScreenState::Waiting { pairing }) => Some(pairing.clone()),
            _ => None,
        })
    }

    /// What the screen was, when it was revoked while the page was open or before.
    pub(super) fn revoked(self) -> Option<ScreenState> {
        self.revoked.get()
    }

    /// Why there is no code.
    pub(super) fn obstacle(self) -> Option<Obstacle> {
        self.obstacle.get()
    }

    /// Asks the server, unless that is under way.
    pub(super) fn ask(self) {
        // The page may be gone by now.
        if self.busy.try_update_value(|busy| std::mem::replace(busy, true)) != Some(false) {
            return;
        }
        spawn_local(async move {
            let answer = api::screens::current().await;
            let next = match answer {
                Ok(ScreenState::Unpaired) => self.begin().await,
                Ok(revoked @ ScreenState::Revoked { .. }) => {
                    self.revoked.try_set(Some(revoked));
                    self.begin().await
                }
                Ok(state) => {
                    let waits = matches!(state, ScreenState::Waiting { .. });
                    self.learn(state);
                    waits.then_some(ASK_EVERY)
                }
                Err(_) => self.fail(Obstacle::Unreachable),
            };
            match next {
                Some(pause) => set_timeout(move || self.again(), pause),
                None => {
                    self.busy.try_set_value(false);
                }
            }
        });
    }

    fn again(self) {
        self.busy.try_set_value(false);
        self.ask();
    }

    async fn begin(self) -> Option<Duration> {
        match api::screens::begin().await {
            Ok(pairing) => {
                self.learn(ScreenState::Waiting { pairing });
                Some(ASK_EVERY)
            }
            Err(Failure::Problem(problem)) if problem.code == Code::TooManyAttempts => {
                self.learn(ScreenState::Unpaired);
                self.fail(Obstacle::TooMany)
            }
            Err(_) => {
                self.learn(ScreenState::Unpaired);
                self.fail(Obstacle::Unreachable)
            }
        }
    }

    fn learn(self, state: ScreenState) {
        if matches!(state, ScreenState::SignedIn | ScreenState::Paired { .. }) {
            self.revoked.try_set(None);
        }
        self.obstacle.try_set(None);
        if self.state.try_get_untracked() != Some(Some(state.clone())) {
            self.state.try_set(Some(state));
        }
    }

    /// The wall itself says when the server is gone; only the code has to be asked for again.
    fn fail(self, obstacle: Obstacle) -> Option<Duration> {
        let shows_wall = self.state.try_get_untracked().flatten();
        if matches!(shows_wall, Some(ScreenState::SignedIn | ScreenState::Paired { .. })) {
            return None;
        }
        self.obstacle.try_set(Some(obstacle));
        Some(if obstacle == Obstacle::TooMany { WAIT } else { ASK_EVERY })
    }
}
