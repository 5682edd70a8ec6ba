//! Resource groups. One is there from the start; more can be made, also from within the vault's form. Beside them stand the virtual groups of
//! restore point collections.

pub mod api;
mod collections;
mod store;

use shared::audit::Action;
use shared::event::Topic;
use shared::id::{ResourceGroupId, SubscriptionId};
use shared::resource_group::{CreateResourceGroup, ResourceGroup};
use uuid::Uuid;

use crate::app::App;
use crate::auth::Principal;
use crate::db::is_unique_violation;
use crate::error::{Result, taken, unknown};
use crate::{audit, subscriptions};

pub use collections::collect;
pub use store::{by_id, by_name};

/// The name of the one that is there from the start.
const FIRST: &str = "default";

/// Makes the first group of the first subscription when there is no group, and answers the oldest.
pub async fn settle(app: &App, subscription_id: SubscriptionId) -> Result<ResourceGroupId> {
    let mut tx = app.db.begin().await?;
    if let Some(first) = store::list(&mut tx).await?.first() {
        return Ok(first.id);
    }
    let first = ResourceGroup { id: ResourceGroupId::new(Uuid::now_v7()), name: FIRST.to_owned(), subscription_id };
    store::insert(&mut tx, &first).await?;
    tx.commit().await?;
    Ok(first.id)
}

/// Makes a resource group.
async fn create(app: &App, principal: &Principal, request: CreateResourceGroup) -> Result<ResourceGroup> {
    principal.on_everything()?;
    let id = ResourceGroupId::new(Uuid::now_v7());
    let new = ResourceGroup { id, name: request.name.to_string(), subscription_id: request.subscription_id };
    let mut tx = app.db.begin().await?;
    if !subscriptions::exists(&mut tx, request.subscription_id).await? {
        return Err(unknown("subscription_id"));
    }
    match store::insert(&mut tx, &new).await {
        Err(e) if is_unique_violation(&e) => return Err(taken("name")),
        other => other?,
    }
    audit::record(&mut tx, &app.clock, &principal.name, Action::ResourceGroupCreate, (new.name.as_str(), id.uuid()))
        .await?;
    tx.commit().await?;
    app.events.changed(Topic::ResourceGroups, new.id.uuid());
    Ok(new)
}
