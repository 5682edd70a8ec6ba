//! Linking one's own account to one at the provider, and ending that.

use shared::audit::Action;
use shared::event::Topic;
use shared::id::UserId;
use shared::problem::Code;

use crate::app::App;
use crate::audit;
use crate::auth::identity::provider::Provider;
use crate::auth::identity::store;
use crate::auth::{store as people, users};
use crate::db::is_unique_violation;
use crate::error::Result;

/// Links what the provider calls someone to a user, whose session must still be the one that set out.
pub(super) async fn link(
    app: &App,
    provider: &Provider,
    (id, session_hash): (UserId, &str),
    subject: &str,
) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let session = people::user_by_session(&mut tx, session_hash, app.clock.now()).await?;
    let (user, _) = session.filter(|(user, _)| user.id == id).ok_or(Code::Unauthenticated)?;
    match store::link(&mut tx, id, provider.issuer(), subject).await {
        Err(e) if is_unique_violation(&e) => return Err(Code::IdentityTaken.into()),
        other => other?,
    }
    let own = (user.name.as_str(), id.uuid());
    audit::record(&mut tx, &app.clock, &user.name, Action::UserLinkIdentity, own).await?;
    tx.commit().await?;
    app.events.changed(Topic::Users, id.uuid());
    Ok(())
}

/// Removes the link of a user's account.
pub(super) async fn unlink(app: &App, id: UserId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let user = users::store::by_id(&mut tx, id).await?.ok_or(Code::NotFound)?;
    if !store::unlink(&mut tx, id).await? {
        return Err(Code::NotFound.into());
    }
    let own = (user.name.as_str(), id.uuid());
    audit::record(&mut tx, &app.clock, &user.name, Action::UserUnlinkIdentity, own).await?;
    tx.commit().await?;
    app.events.changed(Topic::Users, id.uuid());
    Ok(())
}
