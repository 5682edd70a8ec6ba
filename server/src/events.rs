//! What changed, told to every open stream.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use shared::event::{Event, Topic};
use tokio::sync::broadcast;
use uuid::Uuid;

use crate::auth::Place;

/// How many messages a slow reader may fall behind before it is told of a gap.
const BACKLOG: usize = 1024;

/// A message and where its object stands, so that each stream shows only what its reader may see.
#[derive(Clone, Debug)]
pub struct Published {
    /// The message.
    pub event: Event,
    /// Where its object stands; nothing for messages that carry no more than an id.
    pub place: Option<Place>,
}

/// The hub between those who change something and those who watch.
#[derive(Clone, Debug)]
pub struct Events {
    sender: broadcast::Sender<Published>,
    /// The server's own readers, which are no streams.
    own: Arc<AtomicUsize>,
}

impl Default for Events {
    fn default() -> Self {
        Self { sender: broadcast::channel(BACKLOG).0, own: Arc::default() }
    }
}

impl Events {
    /// Something of this topic changed. Call it after the commit.
    pub fn changed(&self, topic: Topic, id: impl Into<Option<Uuid>>) {
        self.publish(Event::Changed { topic, id: id.into() }, None);
    }

    /// Tells every reader; nobody listening is no error.
    pub fn publish(&self, event: Event, place: Option<Place>) {
        let _ = self.sender.send(Published { event, place });
    }

    /// How many streams are open.
    pub fn readers(&self) -> usize {
        self.sender.receiver_count().saturating_sub(self.own.load(Ordering::Relaxed))
    }

    /// The same for a part of the server that follows for as long as it runs.
    pub fn follow(&self) -> broadcast::Receiver<Published> {
        self.own.fetch_add(1, Ordering::Relaxed);
        self.subscribe()
    }

    /// Everything that is published from now on.
    pub fn subscribe(&self) -> broadcast::Receiver<Published> {
        self.sender.subscribe()
    }
}
