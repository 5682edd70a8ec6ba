//! Fetching a list page by page, as far as someone scrolls, and what was fetched again whenever it changed on the server.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::event::Topic;
use shared::page::{CountedPage, Total};
use uuid::Uuid;

use crate::api::{Failure, Query};
use crate::live::use_live;
use crate::navigation;

/// A page of a list that is under way.
pub(crate) type Coming<T> = Pin<Box<dyn Future<Output = Result<CountedPage<T>, Failure>>>>;

type Fetch<T> = Box<dyn Fn(Query) -> Coming<T> + Send + Sync>;

/// What a list knows of what was fetched, whatever its entries are: there is one list in the program and not one for each type.
#[derive(Clone, Copy)]
pub(crate) struct Fetched {
    /// The rows that were fetched, in order.
    pub(crate) keys: Signal<Vec<Uuid>>,
    /// How many there are altogether; nothing before the first page.
    pub(crate) total: Signal<Option<Total>>,
    /// Why the last try failed.
    pub(crate) failure: Signal<Option<Failure>>,
    /// Fetches the next page, if there is one.
    pub(crate) more: Callback<()>,
    /// The cells of a row, one a column.
    pub(crate) row: Callback<Uuid, Vec<AnyView>>,
}

/// The part of a list that was fetched.
pub(crate) struct Paged<T: Send + Sync + 'static> {
    entries: RwSignal<Vec<T>>,
    /// What the next page is asked for with, and how many entries there are; nothing before the first page.
    end: RwSignal<Option<(Option<String>, Total)>>,
    failure: RwSignal<Option<Failure>>,
    is_busy: RwSignal<bool>,
    again: RwSignal<u64>,
    pages: StoredValue<usize>,
    /// Counts the questions: only the newest one is answered.
    newest: StoredValue<u64>,
    query: RwSignal<Query>,
    fetch: StoredValue<Fetch<T>>,
}

impl<T: Send + Sync + 'static> Clone for Paged<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Paged<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Paged<T> {
    /// What was fetched, in order.
    pub(crate) fn entries(self) -> Signal<Vec<T>> {
        self.entries.into()
    }

    /// How many entries the list has; nothing before the first page.
    pub(crate) fn total(self) -> Signal<Option<Total>> {
        Signal::derive(move || self.end.with(|end| end.as_ref().map(|(_, total)| *total)))
    }

    /// What a list shows of it: the rows by their keys, and the cells of each.
    pub(crate) fn rows(
        self,
        key: fn(&T) -> Uuid,
        cells: impl Fn(Signal<T>) -> Vec<AnyView> + Send + Sync + 'static,
    ) -> Fetched {
        let row = move |own| entry(self.entries(), key, own).map(&cells).unwrap_or_default();
        Fetched {
            keys: Memo::new(move |_| self.entries.with(|all| all.iter().map(key).collect())).into(),
            total: self.total(),
            failure: self.failure.into(),
            more: Callback::new(move |()| self.more()),
            row: Callback::new(row),
        }
    }

    /// Fetches again.
    pub(crate) fn refresh(self) {
        self.again.update(|count| *count += 1);
    }

    /// Fetches the next page, if there is one and nothing is under way.
    pub(crate) fn more(self) {
        let next = self.end.with(|end| end.as_ref().and_then(|(next, _)| next.clone()));
        let (Some(next), false, false) = (next, self.is_busy.get(), self.failure.with(Option::is_some)) else { return };
        let own = self.begin();
        let query = self.query.get_untracked().with("after", next);
        let page = self.fetch.with_value(|fetch| fetch(query));
        spawn_local(async move {
            let answer = page.await;
            if self.newest.try_get_value() != Some(own) {
                return;
            }
            if let Ok(page) = answer {
                self.pages.update_value(|pages| *pages += 1);
                self.entries.update(|entries| entries.extend(page.items));
                self.end.set(Some((page.next, page.total)));
            } else {
                self.failure.set(answer.err());
            }
            self.is_busy.set(false);
        });
    }

    fn begin(self) -> u64 {
        let own = self.newest.get_value() + 1;
        self.newest.set_value(own);
        self.is_busy.set(true);
        own
    }

    /// Fetches so many pages anew; what is shown stays until they are there.
    fn read(self, query: Query, pages: usize) {
        let own = self.begin();
        spawn_local(async move {
            let mut entries = Vec::new();
            let mut end = None;
            let mut failure = None;
            for _ in 0..pages {
                let next: Option<String> = end.as_ref().and_then(|(next, _): &(Option<String>, Total)| next.clone());
                let query = query.clone().maybe("after", next);
                // The view may be gone by now, and what it fetches with.
                let Some(page) = self.fetch.try_with_value(|fetch| fetch(query)) else { return };
                match page.await {
                    Ok(page) => {
                        entries.extend(page.items);
                        end = Some((page.next, page.total));
                    }
                    Err(reason) => failure = Some(reason),
                }
                if failure.is_some() || end.as_ref().is_none_or(|(next, _)| next.is_none()) {
                    break;
                }
            }
            if self.newest.try_get_value() == Some(own) {
                self.answer((entries, end), failure);
            }
        });
    }

    fn answer(self, (entries, end): (Vec<T>, Option<(Option<String>, Total)>), failure: Option<Failure>) {
        if failure.is_none() {
            if self.entries.with_untracked(|before| *before != entries) {
                self.entries.set(entries);
            }
            self.end.set(end);
        }
        self.failure.set(failure);
        self.is_busy.set(false);
    }
}

/// Fetches the first page of what `question` asks for: now, when the question changes, and, with all that was fetched since, when something of
/// `topics` changed.
pub(crate) fn load_pages<T>(
    question: impl Fn() -> Query + Send + Sync + 'static,
    topics: &'static [Topic],
    fetch: impl Fn(Query) -> Coming<T> + Send + Sync + 'static,
) -> Paged<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let paged = Paged {
        entries: RwSignal::new(Vec::new()),
        end: RwSignal::new(None),
        failure: RwSignal::new(None),
        is_busy: RwSignal::new(false),
        again: RwSignal::new(0),
        pages: StoredValue::new(1),
        newest: StoredValue::new(0),
        query: RwSignal::new(Query::new()),
        fetch: StoredValue::new(Box::new(fetch)),
    };
    let live = use_live();
    Effect::new(move |before: Option<Query>| {
        paged.again.track();
        for topic in topics {
            live.follow(*topic);
        }
        let query = question();
        if before.is_none_or(|before| before != query) {
            paged.pages.set_value(1);
            paged.query.set(query.clone());
        }
        paged.read(query.clone(), paged.pages.get_value());
        query
    });
    paged
}

/// What the address says under these names, as the server reads it: a list's filters and its order have the same names in both.
pub(crate) fn asked(names: &[&str]) -> Query {
    let here = navigation::page();
    names.iter().fold(Query::new(), |query, name| query.maybe(name, here.parameter(name)))
}

/// The order that the address asks for, as the server reads it.
pub(crate) fn sort() -> Option<String> {
    navigation::page().parameter("sort")
}

/// The entry of a key, as a signal; one that has just left the list keeps its last data until its row is gone.
fn entry<T>(entries: Signal<Vec<T>>, id: fn(&T) -> Uuid, own: Uuid) -> Option<Signal<T>>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let find = move |all: &Vec<T>| all.iter().find(|entry| id(entry) == own).cloned();
    let first = entries.with_untracked(find)?;
    Some(
        Memo::new(move |before: Option<&T>| {
            entries.with(find).unwrap_or_else(|| before.cloned().unwrap_or_else(|| first.clone()))
        })
        .into(),
    )
}
