//! The rows of recovery points.

use shared::downgrade::Downgrade;
use shared::id::{JobId, RecoveryPointId, VaultId};
use shared::recovery_point::{Consistency, RecoveryPoint};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use uuid::Uuid;

use crate::auth::Place;
use crate::db::{Columns as _, bytes, millis};
use crate::error::Result;
use crate::listing::{Id, Located, Tables};

pub(super) const TABLES: Tables = Tables {
    name: "recovery_points",
    id: Id::Uuid,
    columns: "recovery_points.*, vaults.resource_group_id, vaults.redundancy, items.stopped_at,
        (select jobs.id from jobs where jobs.id = recovery_points.job_id) as known_job_id",
    joins: "join vaults on vaults.id = recovery_points.vault_id
        join items on items.id = recovery_points.item_id",
};

pub(super) const fn consistency_word(consistency: Consistency) -> &'static str {
    match consistency {
        Consistency::AppConsistent => "AppConsistent",
        Consistency::FileSystemConsistent => "FileSystemConsistent",
        Consistency::CrashConsistent => "CrashConsistent",
    }
}

/// Makes the point visible. Called in the transaction that ends its job.
pub async fn publish(connection: &mut AnyConnection, point: &RecoveryPoint) -> Result<()> {
    let protected_bytes = point.disks.iter().map(|disk| disk.size_bytes).sum();
    sqlx::query(
        "insert into recovery_points (id, item_id, vault_id, job_id, taken_at, consistency, disks, protected_bytes, read_bytes, new_bytes,
                                      stored_bytes, expires_at, validated_at, snapshot)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .bind(point.id.to_string())
    .bind(point.item_id.to_string())
    .bind(point.vault_id.to_string())
    .bind(point.job_id.unwrap_or_else(|| JobId::new(Uuid::nil())).to_string())
    .bind(millis(point.taken_at))
    .bind(consistency_word(point.consistency))
    .bind(serde_json::to_string(&point.disks)?)
    .bind(bytes(protected_bytes))
    .bind(bytes(point.read_bytes))
    .bind(bytes(point.new_bytes))
    .bind(bytes(point.stored_bytes))
    .bind(millis(point.expires_at))
    .bind(point.validated_at.map(millis))
    .bind(point.snapshot.clone())
    .execute(&mut *connection)
    .await?;
    add_to_vault(connection, point.vault_id, (point.stored_bytes, protected_bytes)).await
}

/// Whether there is a point of this id or over this snapshot.
pub async fn is_known(connection: &mut AnyConnection, id: RecoveryPointId, snapshot: &str) -> Result<bool> {
    let row = sqlx::query("select id from recovery_points where id = $1 or snapshot = $2 limit 1")
        .bind(id.to_string())
        .bind(snapshot.to_owned())
        .fetch_optional(connection)
        .await?;
    Ok(row.is_some())
}

/// Counts a point among those of its vault. What removes points has to take them away there.
async fn add_to_vault(
    connection: &mut AnyConnection,
    vault: VaultId,
    (stored_bytes, protected_bytes): (u64, u64),
) -> Result<()> {
    sqlx::query(
        "insert into vault_points (vault_id, points, stored_bytes, protected_bytes) values ($1, 1, $2, $3)
         on conflict (vault_id) do update set
            points = vault_points.points + 1,
            stored_bytes = vault_points.stored_bytes + excluded.stored_bytes,
            protected_bytes = vault_points.protected_bytes + excluded.protected_bytes",
    )
    .bind(vault.to_string())
    .bind(bytes(stored_bytes))
    .bind(bytes(protected_bytes))
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) fn point(row: &AnyRow) -> sqlx::Result<RecoveryPoint> {
    Ok(RecoveryPoint {
        id: row.parsed("id")?,
        item_id: row.parsed("item_id")?,
        vault_id: row.parsed("vault_id")?,
        job_id: row.parsed_opt("known_job_id")?,
        taken_at: row.time("taken_at")?,
        consistency: row.word("consistency")?,
        disks: row.json("disks")?,
        read_bytes: row.unsigned("read_bytes")?,
        new_bytes: row.unsigned("new_bytes")?,
        stored_bytes: row.unsigned("stored_bytes")?,
        downgrades: Downgrade::of_vault(row.word("redundancy")?),
        expires_at: row.time("expires_at")?,
        on_hold: row.number_opt("stopped_at")?.is_some(),
        validated_at: row.time_opt("validated_at")?,
        snapshot: row.text("snapshot")?,
    })
}

/// A point by its id.
pub async fn by_id(connection: &mut AnyConnection, id: RecoveryPointId) -> Result<Option<Located<RecoveryPoint>>> {
    let row = sqlx::query(sqlx::AssertSqlSafe(format!("{} where recovery_points.id = $1", TABLES.select())))
        .bind(id.to_string())
        .fetch_optional(connection)
        .await?;
    let located = |row: AnyRow| {
        let record = point(&row)?;
        Ok::<_, sqlx::Error>(Located { place: Place::vault(record.vault_id, row.parsed("resource_group_id")?), record })
    };
    Ok(row.map(located).transpose()?)
}
