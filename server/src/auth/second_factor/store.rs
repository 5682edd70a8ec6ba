//! The rows of second factors and recovery codes.

use chrono::{DateTime, Utc};
use shared::id::UserId;
use shared::second_factor::SecondFactorState;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use uuid::Uuid;

use crate::db::{Columns as _, millis};
use crate::error::Result;

/// A user's second factor.
pub(super) struct Row {
    pub(super) sealed_secret: String,
    pub(super) confirmed_at: Option<DateTime<Utc>>,
    pub(super) last_step: i64,
}

pub(super) async fn get(connection: &mut AnyConnection, user: UserId) -> Result<Option<Row>> {
    let row = sqlx::query("select * from second_factors where user_id = $1")
        .bind(user.to_string())
        .fetch_optional(connection)
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Row {
        sealed_secret: row.text("sealed_secret")?,
        confirmed_at: row.time_opt("confirmed_at")?,
        last_step: row.number("last_step")?,
    }))
}

/// Whether a second factor is asked for.
pub(in crate::auth) async fn is_on(connection: &mut AnyConnection, user: UserId) -> Result<bool> {
    Ok(get(connection, user).await?.is_some_and(|row| row.confirmed_at.is_some()))
}

pub(super) async fn state(connection: &mut AnyConnection, user: UserId) -> Result<SecondFactorState> {
    let since = get(connection, user).await?.and_then(|row| row.confirmed_at);
    let row = sqlx::query("select count(*) as codes from recovery_codes where user_id = $1")
        .bind(user.to_string())
        .fetch_one(connection)
        .await?;
    Ok(SecondFactorState { since, recovery_codes: row.unsigned("codes")? })
}

/// Keeps a secret that is not confirmed, in the place of an earlier one.
pub(super) async fn begin(connection: &mut AnyConnection, user: UserId, sealed: &str) -> Result<()> {
    delete(connection, user).await?;
    sqlx::query("insert into second_factors (user_id, sealed_secret, last_step) values ($1, $2, 0)")
        .bind(user.to_string())
        .bind(sealed.to_owned())
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn confirm(connection: &mut AnyConnection, user: UserId, at: DateTime<Utc>) -> Result<()> {
    sqlx::query("update second_factors set confirmed_at = $2 where user_id = $1")
        .bind(user.to_string())
        .bind(millis(at))
        .execute(connection)
        .await?;
    Ok(())
}

/// Takes the code of a step, which no later one may come before.
pub(super) async fn take_step(connection: &mut AnyConnection, user: UserId, step: i64) -> Result<()> {
    sqlx::query("update second_factors set last_step = $2 where user_id = $1")
        .bind(user.to_string())
        .bind(step)
        .execute(connection)
        .await?;
    Ok(())
}

/// Puts these recovery codes in the place of the earlier ones.
pub(super) async fn set_codes(connection: &mut AnyConnection, user: UserId, hashes: Vec<String>) -> Result<()> {
    for hash in hashes {
        sqlx::query("insert into recovery_codes (user_id, code_hash) values ($1, $2)")
            .bind(user.to_string())
            .bind(hash)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Takes a recovery code; whether there was one.
pub(super) async fn take_code(connection: &mut AnyConnection, user: UserId, hash: &str) -> Result<bool> {
    let done = sqlx::query("delete from recovery_codes where user_id = $1 and code_hash = $2")
        .bind(user.to_string())
        .bind(hash.to_owned())
        .execute(connection)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Removes a second factor with its recovery codes.
pub(in crate::auth) async fn delete(connection: &mut AnyConnection, user: UserId) -> Result<()> {
    for statement in ["delete from recovery_codes where user_id = $1", "delete from second_factors where user_id = $1"]
    {
        sqlx::query(statement).bind(user.to_string()).execute(&mut *connection).await?;
    }
    Ok(())
}

/// All sealed secrets, for the rotation of the master key: whose each is, and the secret.
pub async fn sealed(connection: &mut AnyConnection) -> Result<Vec<(Uuid, String)>> {
    let rows = sqlx::query("select user_id, sealed_secret from second_factors order by user_id");
    let rows = rows.fetch_all(connection).await?;
    let pair = |row: &AnyRow| Ok((row.parsed("user_id")?, row.text("sealed_secret")?));
    Ok(rows.iter().map(pair).collect::<sqlx::Result<_>>()?)
}

/// Keeps a secret that was sealed anew.
pub async fn set_sealed(connection: &mut AnyConnection, user: Uuid, sealed: &str) -> Result<()> {
    sqlx::query("update second_factors set sealed_secret = $2 where user_id = $1")
        .bind(user.to_string())
        .bind(sealed.to_owned())
        .execute(connection)
        .await?;
    Ok(())
}
