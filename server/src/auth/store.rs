//! The rows of users, grants and sessions.

use chrono::{DateTime, Utc};
use shared::auth::{Grant, Role, Scope, User};
use shared::id::{ResourceGroupId, UserId, VaultId};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use uuid::Uuid;

use crate::auth::second_factor;
use crate::db::{Columns as _, millis};
use crate::error::Result;

/// A user with what the page never sees.
pub(super) struct UserRow {
    pub(super) user: User,
    pub(super) password_hash: String,
}

/// A scope as the columns `scope` and `scope_id`.
pub fn scope_columns(scope: Scope) -> (&'static str, Option<String>) {
    match scope {
        Scope::Everything => ("everything", None),
        Scope::ResourceGroup(id) => ("resource_group", Some(id.to_string())),
        Scope::Vault(id) => ("vault", Some(id.to_string())),
    }
}

/// The scope in the columns `scope` and `scope_id`.
pub fn scope(row: &AnyRow) -> sqlx::Result<Scope> {
    let id = row.parsed_opt::<Uuid>("scope_id")?.unwrap_or_default();
    match row.text("scope")?.as_str() {
        "resource_group" => Ok(Scope::ResourceGroup(ResourceGroupId::new(id))),
        "vault" => Ok(Scope::Vault(VaultId::new(id))),
        "everything" => Ok(Scope::Everything),
        other => {
            let source = format!("{other} is no scope").into();
            Err(sqlx::Error::ColumnDecode { index: "scope".to_owned(), source })
        }
    }
}

pub(super) fn grant(row: &AnyRow) -> sqlx::Result<Grant> {
    Ok(Grant { role: row.word::<Role>("role")?, scope: scope(row)? })
}

async fn grants_of(connection: &mut AnyConnection, id: UserId) -> Result<Vec<Grant>> {
    let rows = sqlx::query("select role, scope, scope_id from grants where user_id = $1 order by id")
        .bind(id.to_string())
        .fetch_all(connection)
        .await?;
    Ok(rows.iter().map(grant).collect::<sqlx::Result<_>>()?)
}

pub(super) async fn complete(connection: &mut AnyConnection, row: Option<AnyRow>) -> Result<Option<UserRow>> {
    let Some(row) = row else { return Ok(None) };
    let id = row.parsed("id")?;
    let grants = grants_of(connection, id).await?;
    let second_factor = second_factor::is_on(connection, id).await?;
    let user = User {
        id,
        name: row.text("name")?,
        grants,
        created_at: row.time("created_at")?,
        last_signed_in_at: row.time_opt("last_signed_in_at")?,
        second_factor,
    };
    Ok(Some(UserRow { user, password_hash: row.text("password_hash")? }))
}

pub(super) async fn user_by_name(connection: &mut AnyConnection, key: &str) -> Result<Option<UserRow>> {
    let row = sqlx::query("select * from users where name_key = $1")
        .bind(key.to_owned())
        .fetch_optional(&mut *connection)
        .await?;
    complete(connection, row).await
}

pub(super) async fn user_by_session(
    connection: &mut AnyConnection,
    secret_hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<(User, DateTime<Utc>)>> {
    let row = sqlx::query(
        "select users.*, sessions.expires_at
         from sessions join users on users.id = sessions.user_id
         where sessions.secret_hash = $1 and sessions.expires_at > $2",
    )
    .bind(secret_hash.to_owned())
    .bind(millis(now))
    .fetch_optional(&mut *connection)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let expires_at = row.time("expires_at")?;
    Ok(complete(connection, Some(row)).await?.map(|row| (row.user, expires_at)))
}

pub(super) async fn any_user(connection: &mut AnyConnection) -> Result<bool> {
    Ok(sqlx::query("select id from users limit 1").fetch_optional(connection).await?.is_some())
}

pub(super) async fn insert_user(connection: &mut AnyConnection, user: &User, password_hash: &str) -> sqlx::Result<()> {
    sqlx::query(
        "insert into users (id, name, name_key, password_hash, notifications_seen_at, created_at) values ($1, $2, $3, $4, $5, $5)",
    )
    .bind(user.id.to_string())
    .bind(user.name.clone())
    .bind(user.name.to_lowercase())
    .bind(password_hash.to_owned())
    .bind(millis(user.created_at))
    .execute(&mut *connection)
    .await?;
    insert_grants(connection, user.id, &user.grants).await
}

/// Adds grants of a user.
pub(super) async fn insert_grants(connection: &mut AnyConnection, user: UserId, grants: &[Grant]) -> sqlx::Result<()> {
    for grant in grants {
        let (scope, scope_id) = scope_columns(grant.scope);
        sqlx::query("insert into grants (id, user_id, role, scope, scope_id) values ($1, $2, $3, $4, $5)")
            .bind(Uuid::now_v7().to_string())
            .bind(user.to_string())
            .bind(role_word(grant.role))
            .bind(scope)
            .bind(scope_id)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

pub(super) const fn role_word(role: Role) -> &'static str {
    match role {
        Role::BackupReader => "BackupReader",
        Role::BackupOperator => "BackupOperator",
        Role::BackupContributor => "BackupContributor",
        Role::Owner => "Owner",
    }
}

pub(super) async fn insert_session(
    connection: &mut AnyConnection,
    secret_hash: &str,
    user: UserId,
    times: [DateTime<Utc>; 2],
) -> Result<()> {
    let [created_at, expires_at] = times;
    sqlx::query("delete from sessions where expires_at <= $1")
        .bind(millis(created_at))
        .execute(&mut *connection)
        .await?;
    sqlx::query("insert into sessions (secret_hash, user_id, created_at, expires_at) values ($1, $2, $3, $4)")
        .bind(secret_hash.to_owned())
        .bind(user.to_string())
        .bind(millis(created_at))
        .bind(millis(expires_at))
        .execute(&mut *connection)
        .await?;
    sqlx::query("update users set last_signed_in_at = $2 where id = $1")
        .bind(user.to_string())
        .bind(millis(created_at))
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn extend_session(
    connection: &mut AnyConnection,
    secret_hash: &str,
    until: DateTime<Utc>,
) -> Result<()> {
    sqlx::query("update sessions set expires_at = $2 where secret_hash = $1")
        .bind(secret_hash.to_owned())
        .bind(millis(until))
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn delete_session(connection: &mut AnyConnection, secret_hash: &str) -> Result<()> {
    sqlx::query("delete from sessions where secret_hash = $1").bind(secret_hash.to_owned()).execute(connection).await?;
    Ok(())
}
