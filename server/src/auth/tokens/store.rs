//! The rows of tokens.

use chrono::{DateTime, Utc};
use shared::auth::Token;
use shared::id::{TokenId, UserId};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::auth::store::{grant, role_word, scope_columns};
use crate::db::{Columns as _, millis};
use crate::error::Result;
use crate::listing::{Id, Tables};

pub(super) const TABLES: Tables = Tables { name: "tokens", id: Id::Uuid, columns: "tokens.*", joins: "" };

pub(super) fn token(row: &AnyRow) -> sqlx::Result<Token> {
    Ok(Token {
        id: row.parsed("id")?,
        name: row.text("name")?,
        grant: grant(row)?,
        created_by: row.text("created_by")?,
        created_at: row.time("created_at")?,
        last_used_at: row.time_opt("last_used_at")?,
    })
}

pub(super) async fn insert(
    connection: &mut AnyConnection,
    token: &Token,
    secret_hash: &str,
    person: Option<UserId>,
) -> Result<()> {
    let (scope, scope_id) = scope_columns(token.grant.scope);
    sqlx::query(
        "insert into tokens (id, name, name_key, secret_hash, role, scope, scope_id, created_by, created_at, user_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(token.id.to_string())
    .bind(token.name.clone())
    .bind(token.name.to_lowercase())
    .bind(secret_hash.to_owned())
    .bind(role_word(token.grant.role))
    .bind(scope)
    .bind(scope_id)
    .bind(token.created_by.clone())
    .bind(millis(token.created_at))
    .bind(person.map(|id| id.to_string()))
    .execute(connection)
    .await?;
    Ok(())
}

/// The tokens that a person made, oldest first.
pub(super) async fn of_person(connection: &mut AnyConnection, person: UserId) -> Result<Vec<Token>> {
    let rows = sqlx::query("select * from tokens where user_id = $1 order by created_at, id")
        .bind(person.to_string())
        .fetch_all(connection)
        .await?;
    Ok(rows.iter().map(token).collect::<sqlx::Result<_>>()?)
}

pub(super) async fn by_id(connection: &mut AnyConnection, id: TokenId) -> Result<Option<Token>> {
    let row = sqlx::query("select * from tokens where id = $1").bind(id.to_string()).fetch_optional(connection).await?;
    Ok(row.as_ref().map(token).transpose()?)
}

/// The token of a secret, and who made it.
pub(in crate::auth) async fn by_secret(
    connection: &mut AnyConnection,
    secret_hash: &str,
) -> Result<Option<(Token, Option<UserId>)>> {
    let row = sqlx::query("select * from tokens where secret_hash = $1")
        .bind(secret_hash.to_owned())
        .fetch_optional(connection)
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some((token(&row)?, row.parsed_opt("user_id")?)))
}

pub(in crate::auth) async fn touch(connection: &mut AnyConnection, id: TokenId, at: DateTime<Utc>) -> Result<()> {
    sqlx::query("update tokens set last_used_at = $2 where id = $1")
        .bind(id.to_string())
        .bind(millis(at))
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn delete(connection: &mut AnyConnection, id: TokenId) -> Result<()> {
    sqlx::query("delete from tokens where id = $1").bind(id.to_string()).execute(connection).await?;
    Ok(())
}
