//! The rows of policies.

use shared::id::{PolicyId, VaultId};
use shared::policy::Policy;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::db::Columns as _;
use crate::error::Result;

pub(super) async fn insert(connection: &mut AnyConnection, policy: &Policy) -> Result<()> {
    sqlx::query(
        "insert into policies (id, vault_id, name, name_key, schedule, retention, time_zone) values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(policy.id.to_string())
    .bind(policy.vault_id.to_string())
    .bind(policy.name.clone())
    .bind(policy.name.to_lowercase())
    .bind(serde_json::to_string(&policy.schedule)?)
    .bind(serde_json::to_string(&policy.retention)?)
    .bind(policy.time_zone.clone())
    .execute(connection)
    .await?;
    Ok(())
}

fn policy(row: &AnyRow) -> sqlx::Result<Policy> {
    Ok(Policy {
        id: row.parsed("id")?,
        vault_id: row.parsed("vault_id")?,
        name: row.text("name")?,
        schedule: row.json("schedule")?,
        retention: row.json("retention")?,
        time_zone: row.text("time_zone")?,
        items: row.unsigned("items")?,
    })
}

const SELECT: &str =
    "select policies.*, (select count(*) from items where items.policy_id = policies.id) as items from policies";

/// A policy by its id.
pub async fn by_id(connection: &mut AnyConnection, id: PolicyId) -> Result<Option<Policy>> {
    let row = sqlx::query(sqlx::AssertSqlSafe(format!("{SELECT} where policies.id = $1")))
        .bind(id.to_string())
        .fetch_optional(connection)
        .await?;
    Ok(row.as_ref().map(policy).transpose()?)
}

/// A vault's policies by name.
pub async fn of_vault(connection: &mut AnyConnection, vault: VaultId) -> Result<Vec<Policy>> {
    let rows =
        sqlx::query(sqlx::AssertSqlSafe(format!("{SELECT} where policies.vault_id = $1 order by policies.name_key")))
            .bind(vault.to_string())
            .fetch_all(connection)
            .await?;
    Ok(rows.iter().map(policy).collect::<sqlx::Result<_>>()?)
}
