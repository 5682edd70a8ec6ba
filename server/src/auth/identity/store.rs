//! Who users are at the identity provider.

use shared::id::UserId;
use sqlx::AnyConnection;

use crate::db::Columns as _;
use crate::error::Result;

/// The user whom the issuer calls so.
pub(super) async fn user_of(connection: &mut AnyConnection, issuer: &str, subject: &str) -> Result<Option<UserId>> {
    let row = sqlx::query("select user_id from identities where issuer = $1 and subject = $2")
        .bind(issuer.to_owned())
        .bind(subject.to_owned())
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| row.parsed("user_id")).transpose()?)
}

/// Whether a user is linked to someone at any provider.
pub(super) async fn is_linked(connection: &mut AnyConnection, user: UserId) -> Result<bool> {
    let row = sqlx::query("select user_id from identities where user_id = $1").bind(user.to_string());
    Ok(row.fetch_optional(connection).await?.is_some())
}

/// Links a user, in the place of an earlier link.
pub(super) async fn link(
    connection: &mut AnyConnection,
    user: UserId,
    issuer: &str,
    subject: &str,
) -> sqlx::Result<()> {
    sqlx::query("delete from identities where user_id = $1").bind(user.to_string()).execute(&mut *connection).await?;
    sqlx::query("insert into identities (user_id, issuer, subject) values ($1, $2, $3)")
        .bind(user.to_string())
        .bind(issuer.to_owned())
        .bind(subject.to_owned())
        .execute(connection)
        .await?;
    Ok(())
}

/// Ends the link of a user; whether there was one.
pub(in crate::auth) async fn unlink(connection: &mut AnyConnection, user: UserId) -> Result<bool> {
    let done = sqlx::query("delete from identities where user_id = $1").bind(user.to_string());
    Ok(done.execute(connection).await?.rows_affected() > 0)
}
