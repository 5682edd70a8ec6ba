//! The rows of recovery points.

use chrono::{DateTime, Utc};
use shared::downgrade::Downgrade;
use shared::id::{JobId, RecoveryPointId, VaultId};
use shared::maintenance::{Cause, Verdict, VerifyScope};
use shared::recovery_point::{Consistency, RecoveryPoint};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use uuid::Uuid;

use crate::auth::Place;
use crate::db::{Columns as _, Statement, bytes, millis};
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

/// What verifications say of the point whose columns are in the row.
pub fn verdict(row: &AnyRow) -> sqlx::Result<Verdict> {
    if let Some(at) = row.time_opt("damaged_at")? {
        return Ok(Verdict::Damaged { at, job_id: row.parsed("damage_job_id")?, causes: row.json("causes")? });
    }
    Ok(match (row.time_opt("verified_at")?, row.word_opt("verified_scope")?) {
        (Some(at), Some(scope)) => Verdict::Verified { at, scope },
        _ => Verdict::NotVerified,
    })
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
        verdict: verdict(row)?,
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

/// The points of a vault, each with its snapshot.
pub async fn snapshots(connection: &mut AnyConnection, vault: VaultId) -> Result<Vec<(RecoveryPointId, String)>> {
    let rows = sqlx::query("select id, snapshot from recovery_points where vault_id = $1")
        .bind(vault.to_string())
        .fetch_all(connection)
        .await?;
    Ok(rows.iter().map(|row| Ok((row.parsed("id")?, row.text("snapshot")?))).collect::<sqlx::Result<_>>()?)
}

/// As many points are named in one statement.
const POINTS_AT_ONCE: usize = 500;

/// Notes that a verification found nothing that hurts these points. Only one that read everything takes damage back.
pub async fn note_whole(
    connection: &mut AnyConnection,
    points: &[RecoveryPointId],
    (scope, at): (VerifyScope, DateTime<Utc>),
) -> Result<()> {
    for some in points.chunks(POINTS_AT_ONCE) {
        let mut noted = Statement::default();
        noted.push("update recovery_points set verified_at = ").number(millis(at));
        noted.push(", verified_scope = ").text(scope.as_str());
        match scope {
            VerifyScope::Sample => noted.push(" where damaged_at is null and id"),
            VerifyScope::Everything => noted
                .push(", verified_whole_at = ")
                .number(millis(at))
                .push(", damaged_at = null, damage_job_id = null, causes = null where id"),
        };
        noted.within(some);
        noted.execute(connection).await?;
    }
    Ok(())
}

/// Notes that the point cannot be restored completely, and why.
pub async fn note_damaged(
    connection: &mut AnyConnection,
    (point, causes): (RecoveryPointId, &[Cause]),
    (job, at): (JobId, DateTime<Utc>),
) -> Result<()> {
    sqlx::query(
        "update recovery_points set damaged_at = $2, damage_job_id = $3, causes = $4,
                                    verified_at = null, verified_scope = null, verified_whole_at = null
         where id = $1",
    )
    .bind(point.to_string())
    .bind(millis(at))
    .bind(job.to_string())
    .bind(serde_json::to_string(causes)?)
    .execute(connection)
    .await?;
    Ok(())
}

/// How many points of the vault are known to be damaged.
pub async fn count_damaged(connection: &mut AnyConnection, vault: VaultId) -> Result<u64> {
    let row =
        sqlx::query("select count(*) as points from recovery_points where vault_id = $1 and damaged_at is not null")
            .bind(vault.to_string())
            .fetch_one(connection)
            .await?;
    Ok(row.unsigned("points")?)
}
