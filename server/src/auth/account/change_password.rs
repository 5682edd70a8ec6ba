//! Changing one's own password.

use std::net::IpAddr;

use shared::audit::Action;
use shared::event::Topic;
use shared::user::ChangePassword;

use crate::app::App;
use crate::audit;
use crate::auth::account::own_password;
use crate::auth::users::store;
use crate::auth::{Principal, Secret, password};
use crate::error::Result;

/// Changes one's own password, for who knows the old one. The session that asks goes on, the others end.
pub(super) async fn change(
    app: &App,
    principal: &Principal,
    address: IpAddr,
    session: Option<Secret>,
    request: ChangePassword,
) -> Result<()> {
    let id = own_password::show(app, principal, address, ("old_password", &request.old_password)).await?;
    let hash = password::hash(&request.password).await?;
    let kept = session.map(|secret| secret.hash()).unwrap_or_default();
    let mut tx = app.db.begin().await?;
    store::set_password(&mut tx, id, &hash).await?;
    store::delete_sessions(&mut tx, id, &kept).await?;
    let own = (principal.name.as_str(), id.uuid());
    audit::record(&mut tx, &app.clock, &principal.name, Action::UserChangePassword, own).await?;
    tx.commit().await?;
    app.events.changed(Topic::Users, id.uuid());
    Ok(())
}
