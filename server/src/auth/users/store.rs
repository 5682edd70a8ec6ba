//! What is changed of users' rows.

use shared::auth::{Grant, User};
use shared::id::UserId;
use sqlx::AnyConnection;

use crate::auth::second_factor;
use crate::auth::store::{complete, insert_grants};
use crate::error::Result;

/// A user by their id.
pub(in crate::auth) async fn by_id(connection: &mut AnyConnection, id: UserId) -> Result<Option<User>> {
    let row =
        sqlx::query("select * from users where id = $1").bind(id.to_string()).fetch_optional(&mut *connection).await?;
    Ok(complete(connection, row).await?.map(|row| row.user))
}

/// The hash of a user's password.
pub(in crate::auth) async fn password_hash(connection: &mut AnyConnection, id: UserId) -> Result<Option<String>> {
    let row =
        sqlx::query("select * from users where id = $1").bind(id.to_string()).fetch_optional(&mut *connection).await?;
    Ok(complete(connection, row).await?.map(|row| row.password_hash))
}

/// Whether someone else is an Owner of the whole server.
pub(super) async fn another_owner(connection: &mut AnyConnection, than: UserId) -> Result<bool> {
    let found =
        sqlx::query("select id from grants where role = 'Owner' and scope = 'everything' and user_id <> $1 limit 1")
            .bind(than.to_string())
            .fetch_optional(connection)
            .await?;
    Ok(found.is_some())
}

/// Puts these grants in the place of a user's.
pub(super) async fn set_grants(connection: &mut AnyConnection, id: UserId, grants: &[Grant]) -> Result<()> {
    sqlx::query("delete from grants where user_id = $1").bind(id.to_string()).execute(&mut *connection).await?;
    Ok(insert_grants(connection, id, grants).await?)
}

/// Keeps the hash of a new password.
pub(in crate::auth) async fn set_password(connection: &mut AnyConnection, id: UserId, hash: &str) -> Result<()> {
    sqlx::query("update users set password_hash = $2 where id = $1")
        .bind(id.to_string())
        .bind(hash.to_owned())
        .execute(connection)
        .await?;
    Ok(())
}

/// Ends a user's sessions but the one of this hash.
pub(in crate::auth) async fn delete_sessions(connection: &mut AnyConnection, id: UserId, kept: &str) -> Result<()> {
    sqlx::query("delete from sessions where user_id = $1 and secret_hash <> $2")
        .bind(id.to_string())
        .bind(kept.to_owned())
        .execute(connection)
        .await?;
    Ok(())
}

/// Removes a user with everything that is theirs.
pub(super) async fn delete(connection: &mut AnyConnection, id: UserId) -> Result<()> {
    second_factor::delete(connection, id).await?;
    for statement in [
        "delete from sessions where user_id = $1",
        "delete from grants where user_id = $1",
        "delete from tokens where user_id = $1",
        "delete from identities where user_id = $1",
        "delete from users where id = $1",
    ] {
        sqlx::query(statement).bind(id.to_string()).execute(&mut *connection).await?;
    }
    Ok(())
}
