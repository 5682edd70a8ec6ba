//! What changed, told to every open stream.

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
}

impl Default for Events {
    fn default() -> Self {
        Self { sender: broadcast::channel(BACKLOG).0 }
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
        self.sender.receiver_count()
    }

    /// Everything that is published from now on.
    pub fn subscribe(&self) -> broadcast::Receiver<Published> {
        self.sender.subscribe()
    }
}
