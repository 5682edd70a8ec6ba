//! One's own password, asked for again before something that an open session alone must not do.

use std::net::IpAddr;

use shared::id::UserId;
use shared::problem::{Code, FieldReason};

use crate::app::App;
use crate::auth::users::store;
use crate::auth::{Principal, password};
use crate::error::{Result, invalid, too_many_attempts};

/// Looks whether the password in this field is the one of whoever is signed in, and answers who that is. Whoever sits down at an open
/// session guesses no faster than at the door.
pub(in crate::auth) async fn show(
    app: &App,
    principal: &Principal,
    address: IpAddr,
    (field, typed): (&str, &str),
) -> Result<UserId> {
    let id = principal.user.ok_or(Code::Unauthenticated)?;
    let now = app.clock.now();
    app.sign_in_limit.begin(address, &principal.name, now).map_err(too_many_attempts)?;
    let hash = store::password_hash(&mut *app.db.read().await?, id).await?;
    if !password::verify(typed, hash).await? {
        return Err(invalid(field, FieldReason::Wrong));
    }
    app.sign_in_limit.succeeded(address, &principal.name);
    Ok(id)
}
