//! Subscriptions. One is there from the start; more can be made.

pub mod api;
mod store;

use shared::audit::Action;
use shared::event::Topic;
use shared::id::SubscriptionId;
use shared::subscription::{CreateSubscription, Subscription};
use uuid::Uuid;

use crate::app::App;
use crate::audit;
use crate::auth::Principal;
use crate::db::is_unique_violation;
use crate::error::{Result, taken};

pub use store::exists;

/// The name of the one that is there from the start.
const FIRST: &str = "Default";

/// Makes the first subscription when there is none, and answers it.
pub async fn settle(app: &App) -> Result<SubscriptionId> {
    let mut tx = app.db.begin().await?;
    if let Some(first) = store::list(&mut tx).await?.first() {
        return Ok(first.id);
    }
    let first = Subscription { id: SubscriptionId::new(Uuid::now_v7()), name: FIRST.to_owned() };
    store::insert(&mut tx, &first).await?;
    tx.commit().await?;
    Ok(first.id)
}

/// Makes a subscription.
async fn create(app: &App, principal: &Principal, request: CreateSubscription) -> Result<Subscription> {
    principal.on_everything()?;
    let new = Subscription { id: SubscriptionId::new(Uuid::now_v7()), name: request.name.to_string() };
    let mut tx = app.db.begin().await?;
    match store::insert(&mut tx, &new).await {
        Err(e) if is_unique_violation(&e) => return Err(taken("name")),
        other => other?,
    }
    audit::record(&mut tx, &app.clock, &principal.name, Action::SubscriptionCreate, &new.name).await?;
    tx.commit().await?;
    app.events.changed(Topic::ResourceGroups, new.id.uuid());
    Ok(new)
}
