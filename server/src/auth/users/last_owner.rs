//! Somebody can always do everything: the last Owner of the whole server stays one.

use shared::auth::{Grant, Role, Scope};
use shared::id::UserId;
use shared::problem::Code;

use crate::auth::users::store;
use crate::db::Connection;
use crate::error::Result;

/// Refuses to take the server's last Owner their role: `before` is what the user has, `after` what they are to have.
pub(super) async fn stays(connection: &mut Connection, id: UserId, before: &[Grant], after: &[Grant]) -> Result<()> {
    let owns_all = |grants: &[Grant]| grants.contains(&Grant { role: Role::Owner, scope: Scope::Everything });
    if owns_all(before) && !owns_all(after) && !store::another_owner(connection, id).await? {
        return Err(Code::LastOwner.into());
    }
    Ok(())
}
