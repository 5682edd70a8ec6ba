//! The rows of items, with what is counted for them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use shared::downgrade::Downgrade;
use shared::health::{Evidence, Health, assess};
use shared::id::{ItemId, JobId, MachineId, PolicyId, ResourceGroupId, VaultId};
use shared::item::{Forecast, Item, LastBackup, ProtectionState};
use shared::job::JobStatus;
use shared::machine::{Disk, MachineRef};
use shared::policy::PolicyRef;
use shared::problem::Code;
use shared::vault::{ItemCounts, VaultRef};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use uuid::Uuid;

use crate::auth::Place;
use crate::db::{Columns as _, Statement, millis};
use crate::error::Result;
use crate::items::{health_rank, rank_of};
use crate::listing::{Id, Located, Tables};
use crate::recovery_points;

/// An item with where it stands.
pub type Row = Located<Item>;

pub(super) const TABLES: Tables = Tables {
    name: "items",
    id: Id::Uuid,
    columns: "items.*, machines.name as machine_name, machines.disks, vaults.name as vault_name,
        vaults.resource_group_id, vaults.redundancy, policies.name as policy_name, policies.time_zone,
        judged.verified_at, judged.verified_scope, judged.damaged_at, judged.damage_job_id, judged.causes,
        (select count(*) from recovery_points where item_id = items.id) as points,
        (select min(taken_at) from recovery_points where item_id = items.id) as oldest_at,
        (select max(taken_at) from recovery_points where item_id = items.id) as newest_at,
        (select new_bytes from recovery_points where item_id = items.id order by taken_at desc, id desc limit 1) as last_new_bytes,
        (select id from jobs where item_id = items.id and kind = 'Backup' and status in ('Queued', 'InProgress', 'Cancelling')) as active_job",
    joins: "join machines on machines.id = items.machine_id
        join vaults on vaults.id = items.vault_id
        join policies on policies.id = items.policy_id
        left join recovery_points judged on judged.id = items.verdict_point_id",
};

/// How the last finished backup of the item in a row ended.
pub fn last_backup(row: &AnyRow) -> sqlx::Result<LastBackup> {
    if let Some(since) = row.time_opt("stopped_at")? {
        return Ok(LastBackup::Disabled { since });
    }
    let at = row.time_opt("last_finished_at")?.unwrap_or_default();
    Ok(match row.word_opt::<JobStatus>("last_status")? {
        Some(JobStatus::Completed) => LastBackup::Completed { at },
        Some(JobStatus::CompletedWithWarnings) => LastBackup::CompletedWithWarnings { at },
        Some(JobStatus::Failed) => {
            let code = row.word_opt("last_code")?.unwrap_or(Code::Internal);
            LastBackup::Failed { at, code, job_id: row.parsed("last_job_id")? }
        }
        _ => LastBackup::InitialPending,
    })
}

/// How the item in a row is, whose `damaged_at` is that of the point whose verdict is the item's.
pub fn health(row: &AnyRow, now: DateTime<Utc>) -> sqlx::Result<Health> {
    let last_backup = last_backup(row)?;
    let evidence = Evidence {
        last_backup: &last_backup,
        newest_point_at: row.time_opt("newest_at")?,
        enabled_at: row.time("created_at")?,
        is_damaged: row.time_opt("damaged_at")?.is_some(),
    };
    Ok(assess(&evidence, now))
}

pub(super) fn item(row: &AnyRow, now: DateTime<Utc>) -> sqlx::Result<Row> {
    let vault = VaultRef { id: row.parsed("vault_id")?, name: row.text("vault_name")? };
    let recovery_points = row.unsigned("points")?;
    let disks: Vec<Disk> = row.json("disks")?;
    let read_bytes = disks.iter().map(|disk| disk.allocated_bytes.min(disk.size_bytes)).sum();
    let last_new_bytes = row.number_opt("last_new_bytes")?.and_then(|bytes| u64::try_from(bytes).ok());
    let (state, forecast) = match recovery_points {
        0 => (ProtectionState::IRPending, Forecast::Full { read_bytes }),
        // What the first point stored says nothing of an increment.
        1 => (ProtectionState::Protected, Forecast::Incremental { read_bytes, last_new_bytes: None }),
        _ => (ProtectionState::Protected, Forecast::Incremental { read_bytes, last_new_bytes }),
    };
    let is_stopped = row.number_opt("stopped_at")?.is_some();
    let state = if is_stopped { ProtectionState::ProtectionStopped } else { state };
    let (last_backup, newest_point_at, created_at) =
        (last_backup(row)?, row.time_opt("newest_at")?, row.time("created_at")?);
    let place = Place::vault(vault.id, row.parsed::<ResourceGroupId>("resource_group_id")?);
    let record = Item {
        id: row.parsed("id")?,
        machine: MachineRef { id: row.parsed("machine_id")?, name: row.text("machine_name")? },
        disks,
        vault,
        policy: PolicyRef {
            id: row.parsed("policy_id")?,
            name: row.text("policy_name")?,
            time_zone: row.text("time_zone")?,
        },
        state,
        verdict: recovery_points::verdict(row)?,
        health: health(row, now)?,
        last_backup,
        active_job: row.parsed_opt("active_job")?,
        recovery_points,
        newest_point_at,
        oldest_point_at: row.time_opt("oldest_at")?,
        last_days: Vec::new(),
        forecast,
        downgrades: Downgrade::of_vault(row.word("redundancy")?),
        created_at,
    };
    Ok(Located { record, place })
}

/// An item by its id, as it is now.
pub async fn by_id(connection: &mut AnyConnection, id: ItemId, now: DateTime<Utc>) -> Result<Option<Row>> {
    let row = sqlx::query(sqlx::AssertSqlSafe(format!("{} where items.id = $1", TABLES.select())))
        .bind(id.to_string())
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| item(&row, now)).transpose()?)
}

const HEALTHS: [Health; 6] =
    [Health::Damaged, Health::Failed, Health::Overdue, Health::Warning, Health::Pending, Health::Healthy];

/// How many items of each vault, or of one, are in which state.
pub async fn counts(
    connection: &mut AnyConnection,
    only: Option<VaultId>,
    now: DateTime<Utc>,
) -> Result<HashMap<VaultId, ItemCounts>> {
    let mut counted = Statement::default();
    counted.push("select vault_id, state, count(*) as items from (select items.vault_id, ");
    counted.push(&health_rank(now)).push(" as state from items where 1 = 1");
    if let Some(vault) = only {
        counted.push(" and items.vault_id = ").text(vault.to_string());
    }
    counted.push(") standing group by vault_id, state");
    let mut of_vaults: HashMap<VaultId, ItemCounts> = HashMap::new();
    for row in counted.fetch_all(connection).await? {
        let (rank, items) = (row.text("state")?, row.unsigned("items")?);
        let Some(health) = HEALTHS.into_iter().find(|health| rank_of(*health) == rank) else { continue };
        let counts = of_vaults.entry(row.parsed("vault_id")?).or_default();
        counts.total += items;
        *match health {
            Health::Damaged => &mut counts.damaged,
            Health::Failed => &mut counts.failed,
            Health::Overdue => &mut counts.overdue,
            Health::Warning => &mut counts.warning,
            Health::Pending => &mut counts.pending,
            Health::Healthy => &mut counts.healthy,
        } = items;
    }
    Ok(of_vaults)
}

/// The names of the machines that the vault protects, for saying why it cannot be deleted.
pub async fn names_in(connection: &mut AnyConnection, vault: VaultId) -> Result<Vec<String>> {
    let rows = sqlx::query(
        "select machines.name from items join machines on machines.id = items.machine_id where items.vault_id = $1 order by 1",
    )
    .bind(vault.to_string())
    .fetch_all(connection)
    .await?;
    Ok(rows.iter().map(|row| row.text("name")).collect::<sqlx::Result<_>>()?)
}

/// An item to insert.
pub(super) struct NewItem {
    pub(super) id: ItemId,
    pub(super) machine_id: MachineId,
    pub(super) vault_id: VaultId,
    pub(super) policy_id: PolicyId,
    pub(super) created_at: DateTime<Utc>,
}

/// Inserts it, unless a vault protects its machine; answers whether it did. A conflict leaves the transaction usable.
pub(super) async fn insert(connection: &mut AnyConnection, new: &NewItem) -> Result<bool> {
    let inserted = sqlx::query(
        "insert into items (id, machine_id, vault_id, policy_id, created_at) values ($1, $2, $3, $4, $5)
         on conflict (machine_id) do nothing",
    )
    .bind(new.id.to_string())
    .bind(new.machine_id.to_string())
    .bind(new.vault_id.to_string())
    .bind(new.policy_id.to_string())
    .bind(millis(new.created_at))
    .execute(connection)
    .await?;
    Ok(inserted.rows_affected() > 0)
}

/// An item that a connected vault brings: its protection is stopped.
pub struct Stopped {
    /// Its id; another one where that one is taken.
    pub id: ItemId,
    /// Its machine, which no vault protects.
    pub machine_id: MachineId,
    /// The vault.
    pub vault_id: VaultId,
    /// The policy that it was under.
    pub policy_id: PolicyId,
    /// When backup was enabled.
    pub created_at: DateTime<Utc>,
    /// Since when nothing is expected of it.
    pub stopped_at: DateTime<Utc>,
    /// When its newest point was taken.
    pub newest_point_at: Option<DateTime<Utc>>,
}

/// Inserts an item that a connected vault brings. Answers its id.
pub async fn add_stopped(connection: &mut AnyConnection, new: Stopped) -> Result<ItemId> {
    let taken = sqlx::query("select id from items where id = $1").bind(new.id.to_string());
    let is_taken = taken.fetch_optional(&mut *connection).await?.is_some();
    let id = if is_taken { ItemId::new(Uuid::now_v7()) } else { new.id };
    sqlx::query(
        "insert into items (id, machine_id, vault_id, policy_id, created_at, stopped_at, last_status, last_finished_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(id.to_string())
    .bind(new.machine_id.to_string())
    .bind(new.vault_id.to_string())
    .bind(new.policy_id.to_string())
    .bind(millis(new.created_at))
    .bind(millis(new.stopped_at))
    .bind(new.newest_point_at.map(|_| JobStatus::Completed.as_str()))
    .bind(new.newest_point_at.map(millis))
    .execute(connection)
    .await?;
    Ok(id)
}

/// Puts a stopped item under a policy again, from now on. Answers whether it was stopped.
pub(super) async fn resume(
    connection: &mut AnyConnection,
    (id, policy): (ItemId, PolicyId),
    at: DateTime<Utc>,
) -> Result<bool> {
    let resumed = sqlx::query(
        "update items set policy_id = $2, created_at = $3, stopped_at = null where id = $1 and stopped_at is not null",
    )
    .bind(id.to_string())
    .bind(policy.to_string())
    .bind(millis(at))
    .execute(connection)
    .await?;
    Ok(resumed.rows_affected() > 0)
}

/// Notes how a backup of the item ended. A cancelled one is no evidence and is not noted.
pub async fn note_backup(
    connection: &mut AnyConnection,
    id: ItemId,
    (status, code): (JobStatus, Option<Code>),
    (job, at): (JobId, DateTime<Utc>),
) -> Result<()> {
    sqlx::query(
        "update items set last_status = $2, last_code = $3, last_job_id = $4, last_finished_at = $5 where id = $1",
    )
    .bind(id.to_string())
    .bind(status.as_str())
    .bind(code.map(Code::as_str))
    .bind(job.to_string())
    .bind(millis(at))
    .execute(connection)
    .await?;
    Ok(())
}

/// Chooses the point whose verdict is the item's, for every item of the vault: the newest that is surely damaged or was read whole, when
/// it is damaged, and otherwise the newest that a verification looked at.
pub async fn note_verdicts(connection: &mut AnyConnection, vault: VaultId) -> Result<()> {
    let newest = |column: &str, condition: &str| {
        format!(
            "(select points.{column} from recovery_points points where points.item_id = items.id and {condition} order by points.taken_at desc, points.id desc limit 1)"
        )
    };
    let sure = "(points.damaged_at is not null or points.verified_whole_at is not null)";
    sqlx::query(sqlx::AssertSqlSafe(format!(
        "update items set verdict_point_id = case when {} is not null then {} else {} end where vault_id = $1",
        newest("damaged_at", sure),
        newest("id", sure),
        newest("id", "points.verified_at is not null"),
    )))
    .bind(vault.to_string())
    .execute(connection)
    .await?;
    Ok(())
}
