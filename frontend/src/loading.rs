//! Fetching what a view shows, again whenever it changed on the server, and keeping the last good data meanwhile.

use std::future::Future;

use leptos::prelude::*;
use shared::event::Topic;

use crate::api::Failure;
use crate::live::use_live;

/// What an answer was to which question.
type Answer<K, T> = (K, Result<T, Failure>);

/// Data that a view shows. `ui::load` and `parts::load` draw it.
pub(crate) struct Loaded<T: Send + Sync + 'static> {
    value: Signal<Option<T>>,
    failure: Signal<Option<Failure>>,
    again: RwSignal<u64>,
}

impl<T: Send + Sync + 'static> Clone for Loaded<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Loaded<T> {}

impl<T: Clone + Send + Sync + 'static> Loaded<T> {
    /// The last good data of what is asked for now; nothing before the first.
    pub(crate) fn value(self) -> Signal<Option<T>> {
        self.value
    }

    /// Why the last try failed.
    pub(crate) fn failure(self) -> Signal<Option<Failure>> {
        self.failure
    }

    /// Fetches again.
    pub(crate) fn refresh(self) {
        self.again.update(|count| *count += 1);
    }
}

/// Fetches what `question` asks for: now, when the question changes, and when something of `topics` changed.
///
/// While the same question is asked again the old answer stays, even when the new try fails; another question starts
/// with nothing.
pub(crate) fn load<K, T, F>(
    question: impl Fn() -> K + Send + Sync + Clone + 'static,
    topics: &'static [Topic],
    fetch: impl Fn(K) -> F + 'static,
) -> Loaded<T>
where
    K: Clone + PartialEq + Send + Sync + 'static,
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, Failure>> + 'static,
{
    let again = RwSignal::new(0_u64);
    let asked = question.clone();
    let resource = LocalResource::new(move || {
        again.track();
        if !topics.is_empty() {
            let live = use_live();
            topics.iter().for_each(|topic| live.follow(*topic));
        }
        let key = asked();
        let answer = fetch(key.clone());
        async move { (key, answer.await) }
    });
    let current = Memo::new(move |_| question());
    let answered = move |answer: &Answer<K, T>| answer.0 == current.get();
    let value = Memo::new(move |before: Option<&Option<(K, T)>>| match resource.get() {
        Some((key, Ok(value))) => Some((key, value)),
        _ => before.cloned().flatten(),
    });
    Loaded {
        value: Signal::derive(move || value.get().filter(|(key, _)| *key == current.get()).map(|(_, value)| value)),
        failure: Signal::derive(move || resource.get().filter(answered).and_then(|(_, result)| result.err())),
        again,
    }
}

/// Fetches something that does not change while it is shown. It needs nobody to be signed in.
pub(crate) fn load_once<T, F>(fetch: impl Fn() -> F + 'static) -> Loaded<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, Failure>> + 'static,
{
    load(|| (), &[], move |()| fetch())
}
