//! What changes on the server, as signals: one event stream per browser feeds every tab.
//!
//! A view that shows something of a topic calls `follow` (through `loading::load`) and is fetched again when it changed. A
//! bar follows `progress` of its job. After a gap everything is fetched again. `tabs` elects the tab that holds the
//! stream, `stream` keeps it open for ever.

mod stream;
mod tabs;

use std::collections::HashMap;
use std::rc::Rc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use shared::event::{Event, Topic};
use shared::id::JobId;
use shared::job::JobProgress;

use crate::clock;

/// Changes of one kind within this time are one change: a list is not fetched for each of a hundred jobs.
const GATHER: Duration = Duration::from_millis(60);

/// How the stream is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Connection {
    /// Not open yet.
    Connecting,
    /// Open: what is shown is what is.
    Live,
    /// Lost; what is shown may be old.
    Reconnecting,
}

/// The next try to open a stream that was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Attempt {
    /// Counted from the loss: the first is 1.
    pub(crate) number: u32,
    /// When it is made.
    pub(crate) at: DateTime<Utc>,
}

/// What a tab hears, from its own stream or from the tab that holds it.
enum Heard {
    /// The stream's state changed.
    State(Connection),
    /// The stream will be tried again.
    Attempt(Attempt),
    /// An event, as JSON.
    Message(String),
}

/// The signals that everything live hangs on; a context.
#[derive(Clone, Copy)]
pub(crate) struct Live {
    connection: RwSignal<Connection>,
    /// How often something of each topic changed, in the order of `Topic::ALL`.
    revisions: StoredValue<[RwSignal<u64>; Topic::ALL.len()]>,
    gathering: StoredValue<[bool; Topic::ALL.len()]>,
    progress: StoredValue<HashMap<JobId, ArcRwSignal<Option<JobProgress>>>>,
    greeted: StoredValue<bool>,
    server: RwSignal<Option<String>>,
    heard_at: StoredValue<DateTime<Utc>>,
    attempt: RwSignal<Option<Attempt>>,
}

impl Live {
    /// Opens the stream, or listens to the tab that holds it.
    pub(crate) fn provide() -> Self {
        let live = Self::new();
        tabs::listen(move |heard| live.hear(heard));
        live
    }

    /// Opens a stream of this tab's own, until the view that provides it is gone: a wall must not go deaf with another tab.
    pub(crate) fn provide_alone() -> Self {
        let live = Self::new();
        let stream = stream::open(Rc::new(move |heard| live.hear(heard)));
        let stream = StoredValue::new_local(stream);
        on_cleanup(move || {
            stream.try_with_value(|stream| stream.close());
        });
        live
    }

    fn new() -> Self {
        let live = Self {
            connection: RwSignal::new(Connection::Connecting),
            revisions: StoredValue::new(Topic::ALL.map(|_| RwSignal::new(0))),
            gathering: StoredValue::new([false; Topic::ALL.len()]),
            progress: StoredValue::default(),
            greeted: StoredValue::new(false),
            server: RwSignal::new(None),
            heard_at: StoredValue::new(clock::now()),
            attempt: RwSignal::new(None),
        };
        provide_context(live);
        live
    }

    /// How the stream is.
    pub(crate) fn connection(self) -> Signal<Connection> {
        self.connection.into()
    }

    /// When the server was last heard; it sends a pulse every few seconds.
    pub(crate) fn heard_at(self) -> DateTime<Utc> {
        self.heard_at.get_value()
    }

    /// The next try, or the last one while it is under way, of a stream that was lost.
    pub(crate) fn attempt(self) -> Option<Attempt> {
        self.attempt.get()
    }

    /// Makes what calls it inside a view or a resource run again when something of the topic changed.
    pub(crate) fn follow(self, topic: Topic) {
        self.revisions.with_value(|revisions| revisions[topic as usize]).track();
    }

    /// How far a job is, by the newest event; nothing before the first. It never goes back to nothing.
    pub(crate) fn progress(self, job: JobId) -> Signal<Option<JobProgress>> {
        let signal = self.progress.try_update_value(|jobs| jobs.entry(job).or_default().clone());
        signal.unwrap_or_default().into()
    }

    /// Whether the server is of another version than this page: a reload brings the new one.
    pub(crate) fn is_outdated(self) -> bool {
        self.server.get().is_some_and(|version| version != env!("CARGO_PKG_VERSION"))
    }

    fn hear(self, heard: Heard) {
        match heard {
            Heard::State(state) => self.connection.set(state),
            Heard::Attempt(attempt) => self.attempt.set(Some(attempt)),
            Heard::Message(json) => {
                self.heard_at.set_value(clock::now());
                if self.connection.get_untracked() != Connection::Live {
                    self.connection.set(Connection::Live);
                }
                // An event that a newer server knows and this page does not is no reason to stop listening.
                if let Ok(event) = serde_json::from_str(&json) {
                    self.apply(event);
                }
            }
        }
    }

    fn apply(self, event: Event) {
        match event {
            Event::Hello { version } => {
                self.server.set(Some(version));
                if self.greeted.get_value() {
                    self.changed_all();
                }
                self.greeted.set_value(true);
            }
            Event::Changed { topic, .. } => self.changed(topic),
            Event::Progress { job, progress } => {
                if let Some(Some(signal)) = self.progress.try_with_value(|jobs| jobs.get(&job).cloned()) {
                    signal.set(Some(progress));
                }
            }
            Event::Pulse => {}
            Event::Gap => self.changed_all(),
        }
    }

    fn changed_all(self) {
        for topic in Topic::ALL {
            self.changed(topic);
        }
    }

    fn changed(self, topic: Topic) {
        let waiting = self.gathering.try_update_value(|topics| std::mem::replace(&mut topics[topic as usize], true));
        if waiting == Some(false) {
            let fire = move || {
                // The wall's signals may be gone by now.
                self.gathering.try_update_value(|topics| topics[topic as usize] = false);
                if let Some(revision) = self.revisions.try_with_value(|revisions| revisions[topic as usize]) {
                    revision.update(|count| *count += 1);
                }
            };
            set_timeout(fire, GATHER);
        }
    }
}

/// The signals that everything live hangs on.
pub(crate) fn use_live() -> Live {
    expect_context()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_find_each_topic_at_its_place() {
        for (place, topic) in Topic::ALL.into_iter().enumerate() {
            assert_eq!(topic as usize, place);
        }
    }
}
