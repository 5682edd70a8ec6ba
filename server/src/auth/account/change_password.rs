//! Changing one's own password.

use std::net::IpAddr;

use shared::event::Topic;
use shared::problem::{Code, FieldReason};
use shared::user::ChangePassword;

use crate::app::App;
use crate::audit;
use crate::auth::users::store;
use crate::auth::{Principal, Secret, password};
use crate::error::{Result, invalid, too_many_attempts};

/// Changes one's own password, for who knows the old one. The session that asks goes on, the others end.
pub(super) async fn change(
    app: &App,
    principal: &Principal,
    address: IpAddr,
    session: Option<Secret>,
    request: ChangePassword,
) -> Result<()> {
    let id = principal.user.ok_or(Code::Unauthenticated)?;
    let now = app.clock.now();
    // Whoever sits down at an open session guesses no faster than at the door.
    if let Some(wait) = app.sign_in_limit.wait(address, &principal.name, now) {
        return Err(too_many_attempts(wait));
    }
    let old = store::password_hash(&mut *app.db.read().await?, id).await?;
    if !password::verify(&request.old_password, old).await? {
        app.sign_in_limit.failed(address, &principal.name, now);
        return Err(invalid("old_password", FieldReason::Wrong));
    }
    app.sign_in_limit.succeeded(&principal.name);
    let hash = password::hash(&request.password).await?;
    let kept = session.map(|secret| secret.hash()).unwrap_or_default();
    let mut tx = app.db.begin().await?;
    store::set_password(&mut tx, id, &hash).await?;
    store::delete_sessions(&mut tx, id, &kept).await?;
    let own = (principal.name.as_str(), id.uuid());
    audit::record(&mut tx, &app.clock, &principal.name, "user.change_password", own).await?;
    tx.commit().await?;
    app.events.changed(Topic::Users, id.uuid());
    Ok(())
}
