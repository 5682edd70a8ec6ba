//! A list whose rows stay in the page while its data changes: only what differs is drawn again.

use std::hash::Hash;

use leptos::prelude::*;

/// Draws each entry once and hands its row a signal: `<Each entries key=|job| job.id let:job>`.
///
/// A row keeps its focus, its open menu and the motion of its bar when the list is fetched again. Each row looks for its
/// entry, which is cheap for the few hundred that the server gives at once.
#[component]
pub(crate) fn Each<T, K, V>(
    /// The entries in order.
    #[prop(into)]
    entries: Signal<Vec<T>>,
    /// What tells one entry from another.
    key: fn(&T) -> K,
    /// A row, from the signal of its entry.
    children: impl Fn(Signal<T>) -> V + Clone + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    K: Clone + Eq + Hash + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let row = move |first: T| {
        let own = key(&first);
        // An entry that has just left the list keeps its last data until its row is gone.
        let entry = Memo::new(move |before: Option<&T>| {
            let found = entries.with(|all| all.iter().find(|entry| key(entry) == own).cloned());
            found.unwrap_or_else(|| before.cloned().unwrap_or_else(|| first.clone()))
        });
        children(entry.into())
    };
    view! { <For each=move || entries.get() key=key children=row/> }
}
