//! A request that a person starts: one at a time, and what came of it.

use std::future::Future;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::Failure;

/// A request that a button or a form starts.
#[derive(Clone, Copy)]
pub(crate) struct Sending {
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

impl Sending {
    /// Nothing is under way.
    pub(crate) fn new() -> Self {
        Self { busy: RwSignal::new(false), failure: RwSignal::new(None) }
    }

    /// Whether a request is under way; the button says so and does nothing.
    pub(crate) fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Why the last one failed.
    pub(crate) fn failure(self) -> Signal<Option<Failure>> {
        self.failure.into()
    }

    /// Starts a request, unless one is under way; `done` gets its answer. A failure stays until the next start.
    pub(crate) fn start<T: 'static>(
        self,
        request: impl Future<Output = Result<T, Failure>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        self.start_form(request, done, |_| {});
    }

    /// The same for a form: `refused` puts what the server has against a field below that field.
    pub(crate) fn start_form<T: 'static>(
        self,
        request: impl Future<Output = Result<T, Failure>> + 'static,
        done: impl FnOnce(T) + 'static,
        refused: impl FnOnce(&Failure) + 'static,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let answer = request.await;
            // The view may be gone by now: someone went to another page.
            let is_gone = self.busy.try_set(false).is_some();
            match answer {
                Ok(value) if !is_gone => done(value),
                Err(failure) if !is_gone => {
                    refused(&failure);
                    self.failure.set(Some(failure));
                }
                _ => {}
            }
        });
    }
}
