//! Fetching what a view shows, again whenever it changed on the server, and keeping the last good data meanwhile.
//!
//! Not by leptos' resources: those are made anew for every type that is loaded, and would be a sixth of the page's size.

use std::future::Future;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::event::Topic;

use crate::api::Failure;
use crate::live::use_live;

/// Data that a view shows; `parts::load::Load` draws it.
pub(crate) struct Loaded<T: Send + Sync + 'static> {
    value: RwSignal<Option<T>>,
    failure: RwSignal<Option<Failure>>,
    again: RwSignal<u64>,
}

impl<T: Send + Sync + 'static> Clone for Loaded<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Loaded<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Loaded<T> {
    /// The last good data of what is asked for now; nothing before the first.
    pub(crate) fn value(self) -> Signal<Option<T>> {
        self.value.into()
    }

    /// The last good data, which goes on when there is none for a moment; `first` is what there is now.
    pub(crate) fn last_good(self, first: T) -> Signal<T> {
        let value = self.value();
        let last_good =
            move |before: Option<&T>| value.get().unwrap_or_else(|| before.cloned().unwrap_or_else(|| first.clone()));
        Memo::new(last_good).into()
    }

    /// Why the last try failed.
    pub(crate) fn failure(self) -> Signal<Option<Failure>> {
        self.failure.into()
    }

    /// Fetches again.
    pub(crate) fn refresh(self) {
        self.again.update(|count| *count += 1);
    }

    /// Another question: what was the answer to the last one is none to this.
    fn forget(self) {
        if self.value.with_untracked(Option::is_some) {
            self.value.set(None);
        }
        self.failure.set(None);
    }

    fn answer(self, result: Result<T, Failure>) {
        let failure = match result {
            Ok(value) => {
                if self.value.with_untracked(|before| before.as_ref() != Some(&value)) {
                    self.value.set(Some(value));
                }
                None
            }
            Err(failure) => Some(failure),
        };
        if self.failure.with_untracked(|before| *before != failure) {
            self.failure.set(failure);
        }
    }
}

/// Fetches what `question` asks for: now, when the question changes, and when something of `topics` changed.
///
/// While the same question is asked again the old answer stays, even when the new try fails; another question starts
/// with nothing.
pub(crate) fn load<K, T, F>(
    question: impl Fn() -> K + Send + Sync + 'static,
    topics: &'static [Topic],
    fetch: impl Fn(K) -> F + 'static,
) -> Loaded<T>
where
    K: Clone + PartialEq + Send + Sync + 'static,
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, Failure>> + 'static,
{
    let loaded = Loaded { value: RwSignal::new(None), failure: RwSignal::new(None), again: RwSignal::new(0) };
    // Counts the tries: only the newest one answers.
    let newest = StoredValue::new(0_u64);
    Effect::new(move |before: Option<K>| {
        loaded.again.track();
        follow(topics);
        let key = question();
        if before.is_some_and(|before| before != key) {
            loaded.forget();
        }
        let own = newest.get_value() + 1;
        newest.set_value(own);
        let answer = fetch(key.clone());
        spawn_local(async move {
            let result = answer.await;
            // The view may be gone by now, and its signals with it.
            if newest.try_get_value() == Some(own) {
                loaded.answer(result);
            }
        });
        key
    });
    loaded
}

/// Fetches something that does not change while it is shown. It needs nobody to be signed in.
pub(crate) fn load_once<T, F>(fetch: impl Fn() -> F + 'static) -> Loaded<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, Failure>> + 'static,
{
    load(|| (), &[], move |()| fetch())
}

fn follow(topics: &[Topic]) {
    if !topics.is_empty() {
        let live = use_live();
        for topic in topics {
            live.follow(*topic);
        }
    }
}
