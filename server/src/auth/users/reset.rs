//! What an Owner does for someone who forgot a password or lost a device.

use shared::audit::Action;
use shared::event::Topic;
use shared::id::UserId;
use shared::problem::Code;
use shared::user::ResetPassword;

use crate::app::App;
use crate::audit;
use crate::auth::users::store;
use crate::auth::{Principal, identity, password};
use crate::error::Result;

/// Gives someone else a new password and signs them out; a link to the identity provider ends, since someone else may have made it. One's own
/// password is changed with the old one.
pub(super) async fn reset_password(app: &App, principal: &Principal, id: UserId, request: ResetPassword) -> Result<()> {
    principal.on_everything()?;
    if principal.user == Some(id) {
        return Err(Code::OldPasswordNeeded.into());
    }
    if store::by_id(&mut *app.db.read().await?, id).await?.is_none() {
        return Err(Code::NotFound.into());
    }
    let hash = password::hash(&request.password).await?;
    let mut tx = app.db.begin().await?;
    let user = store::by_id(&mut tx, id).await?.ok_or(Code::NotFound)?;
    store::set_password(&mut tx, id, &hash).await?;
    store::delete_sessions(&mut tx, id, "").await?;
    identity::unlink(&mut tx, id).await?;
    audit::record(&mut tx, &app.clock, &principal.name, Action::UserResetPassword, (user.name.as_str(), id.uuid()))
        .await?;
    tx.commit().await?;
    app.events.changed(Topic::Users, id.uuid());
    Ok(())
}

/// Signs a user out everywhere.
pub(super) async fn end_sessions(app: &App, principal: &Principal, id: UserId) -> Result<()> {
    principal.on_everything()?;
    let mut tx = app.db.begin().await?;
    let user = store::by_id(&mut tx, id).await?.ok_or(Code::NotFound)?;
    store::delete_sessions(&mut tx, id, "").await?;
    audit::record(&mut tx, &app.clock, &principal.name, Action::UserEndSessions, (user.name.as_str(), id.uuid()))
        .await?;
    tx.commit().await?;
    app.events.changed(Topic::Users, id.uuid());
    Ok(())
}
