//! Removing a second factor: one's own, someone else's who lost the app, and an Owner's whom nobody can let in.

use anyhow::ensure;
use shared::audit::Action;
use shared::event::Topic;
use shared::id::UserId;
use shared::problem::Code;

use crate::app::App;
use crate::audit;
use crate::auth::second_factor::store;
use crate::auth::{Principal, store as people, users};
use crate::clock::Clock;
use crate::db::Db;
use crate::error::Result;

/// Removes one's own, for who has shown the password.
pub(super) async fn remove_own(app: &App, principal: &Principal, id: UserId) -> Result<()> {
    remove(app, principal, id).await
}

/// Removes someone else's. One's own is removed with the password.
pub(super) async fn remove_of(app: &App, principal: &Principal, id: UserId) -> Result<()> {
    principal.on_everything()?;
    if principal.user == Some(id) {
        return Err(Code::OldPasswordNeeded.into());
    }
    remove(app, principal, id).await
}

async fn remove(app: &App, principal: &Principal, id: UserId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let user = users::store::by_id(&mut tx, id).await?.ok_or(Code::NotFound)?;
    if store::get(&mut tx, id).await?.is_none() {
        return Err(Code::NotFound.into());
    }
    store::delete(&mut tx, id).await?;
    let whose = (user.name.as_str(), id.uuid());
    audit::record(&mut tx, &app.clock, &principal.name, Action::UserRemoveSecondFactor, whose).await?;
    tx.commit().await?;
    app.events.changed(Topic::Users, id.uuid());
    Ok(())
}

/// Removes the second factor of whoever has this name, with the server stopped.
pub async fn remove_by_operator(db: &Db, name: &str) -> anyhow::Result<()> {
    let mut tx = db.begin().await?;
    let row = people::user_by_name(&mut tx, &name.to_lowercase()).await.map_err(anyhow::Error::from)?;
    let user = row.map(|row| row.user);
    ensure!(user.as_ref().is_some_and(|user| user.second_factor), "there is no user {name} with a second factor");
    if let Some(user) = user {
        store::delete(&mut tx, user.id).await.map_err(anyhow::Error::from)?;
        let whose = (user.name.as_str(), user.id.uuid());
        let recorded = audit::record(&mut tx, &Clock::system(), "system", Action::UserRemoveSecondFactor, whose).await;
        recorded.map_err(anyhow::Error::from)?;
    }
    tx.commit().await?;
    Ok(())
}
