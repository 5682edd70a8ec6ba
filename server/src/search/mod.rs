//! The search over everything that has a name: a few of each kind, those that begin with what was typed first.

pub mod api;
mod store;
mod words;

use shared::search::{Hit, HitKind};

use crate::app::App;
use crate::auth::Principal;
use crate::error::Result;

use words::Words;

/// What the principal may see whose name holds the text, kind by kind.
async fn search(app: &App, principal: &Principal, text: &str) -> Result<Vec<Hit>> {
    let Some(words) = Words::of(text) else { return Ok(Vec::new()) };
    let mut connection = app.db.read().await?;
    let mut hits = Vec::new();
    for kind in HitKind::ALL {
        hits.extend(store::find(&mut connection, kind, (&words, principal)).await?);
    }
    Ok(hits)
}
