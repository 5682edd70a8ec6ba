//! The entries behind the bell: what was started, what ended and how.

pub mod api;
mod list;
mod store;

use shared::id::NotificationId;
use shared::notification::{Happening, Link, Notification};
use uuid::Uuid;

use crate::app::App;
use crate::auth::Place;
use crate::db::Tx;
use crate::error::Result;

/// Adds an entry for everyone who may see the place: what happened, to what, and where the entry leads.
pub async fn add(tx: &mut Tx, app: &App, entry: (Happening, &str, Link), place: Place) -> Result<()> {
    let (happening, subject, link) = entry;
    let id = NotificationId::new(Uuid::now_v7());
    let notification =
        Notification { id, at: app.clock.now(), happening, subject: subject.to_owned(), link, seen: false };
    store::insert(tx, &notification, place).await
}
