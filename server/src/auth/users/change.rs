//! Changing what a user may do.

use shared::audit::Action;
use shared::auth::User;
use shared::event::Topic;
use shared::id::UserId;
use shared::problem::Code;
use shared::user::ChangeUser;

use crate::app::App;
use crate::audit;
use crate::auth::users::{grants, last_owner, store};
use crate::auth::{Principal, tokens};
use crate::error::Result;

/// Gives a user these grants and no others. Sessions go on with them; tokens that go beyond them end.
pub(super) async fn change(app: &App, principal: &Principal, id: UserId, request: ChangeUser) -> Result<User> {
    principal.on_everything()?;
    let mut tx = app.db.begin().await?;
    let user = store::by_id(&mut tx, id).await?.ok_or(Code::NotFound)?;
    let grants = grants::known(&mut tx, &request.grants).await?;
    last_owner::stays(&mut tx, id, &user.grants, &grants).await?;
    store::set_grants(&mut tx, id, &grants).await?;
    audit::record(&mut tx, &app.clock, &principal.name, Action::UserChangeAccess, (user.name.as_str(), id.uuid()))
        .await?;
    tokens::narrow(&mut tx, app, principal, (id, &grants)).await?;
    tx.commit().await?;
    app.events.changed(Topic::Users, id.uuid());
    Ok(User { grants, ..user })
}
