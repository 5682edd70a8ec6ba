//! Removing a user.

use shared::audit::Action;
use shared::event::Topic;
use shared::id::UserId;
use shared::problem::Code;

use crate::app::App;
use crate::audit;
use crate::auth::users::{last_owner, store};
use crate::auth::{Principal, tokens};
use crate::error::Result;

/// Removes a user. Sessions, streams and tokens end with them; screens that they paired stay until someone revokes them.
pub(super) async fn remove(app: &App, principal: &Principal, id: UserId) -> Result<()> {
    principal.on_everything()?;
    let mut tx = app.db.begin().await?;
    let user = store::by_id(&mut tx, id).await?.ok_or(Code::NotFound)?;
    last_owner::stays(&mut tx, id, &user.grants, &[]).await?;
    tokens::narrow(&mut tx, app, principal, (id, &[])).await?;
    store::delete(&mut tx, id).await?;
    audit::record(&mut tx, &app.clock, &principal.name, Action::UserDelete, &user.name).await?;
    tx.commit().await?;
    app.events.changed(Topic::Users, id.uuid());
    Ok(())
}
