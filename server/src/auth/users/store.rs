//! What is listed and changed of users' rows.

use std::collections::HashMap;

use shared::auth::{Grant, User};
use shared::id::UserId;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::auth::second_factor;
use crate::auth::store::{complete, grant, insert_grants};
use crate::db::{Columns as _, Statement};
use crate::error::Result;
use crate::listing::{Id, Tables};

pub(super) const TABLES: Tables = Tables {
    name: "users",
    id: Id::Uuid,
    columns: "users.*, second_factors.confirmed_at as second_factor_since",
    joins: "left join second_factors on second_factors.user_id = users.id",
};

/// A user of a list, still without their grants.
pub(super) fn user(row: &AnyRow) -> sqlx::Result<User> {
    Ok(User {
        id: row.parsed("id")?,
        name: row.text("name")?,
        grants: Vec::new(),
        created_at: row.time("created_at")?,
        last_signed_in_at: row.time_opt("last_signed_in_at")?,
        second_factor: row.number_opt("second_factor_since")?.is_some(),
    })
}

/// Reads the grants of all these users at once.
pub(super) async fn fill_grants(connection: &mut AnyConnection, users: &mut [User]) -> Result<()> {
    let ids: Vec<UserId> = users.iter().map(|user| user.id).collect();
    let mut select = Statement::default();
    select.push("select user_id, role, scope, scope_id from grants where user_id").within(&ids).push(" order by id");
    let mut of_users: HashMap<UserId, Vec<Grant>> = HashMap::new();
    for row in select.fetch_all(connection).await? {
        of_users.entry(row.parsed("user_id")?).or_default().push(grant(&row)?);
    }
    for user in users {
        user.grants = of_users.remove(&user.id).unwrap_or_default();
    }
    Ok(())
}

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
