//! The rows of jobs and their logs.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use shared::downgrade::Downgrade;
use shared::id::{JobId, ResourceGroupId, VaultId};
use shared::job::{Job, JobError, JobKind, JobProgress, JobState, JobStatus, LogLevel, LogLine};
use shared::problem::Code;
use shared::vault::{JobCounts, VaultRef};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::auth::{Place, Principal};
use crate::db::{Columns as _, Statement, bytes, count, is_unique_violation, millis};
use crate::error::Result;
use crate::jobs::{NewJob, Parameters};
use crate::listing::{Id, Located, Tables};

pub(super) const TABLES: Tables = Tables {
    name: "jobs",
    id: Id::Uuid,
    columns: "jobs.*, vaults.name as vault_name, vaults.resource_group_id as vault_group_id, vaults.redundancy",
    joins: "left join vaults on vaults.id = jobs.vault_id",
};

fn state(row: &AnyRow) -> sqlx::Result<JobState> {
    let started = row.time_opt("started_at")?;
    let finished_at = row.time_opt("finished_at")?.unwrap_or_default();
    let started_at = started.unwrap_or(finished_at);
    let by = row.text_opt("cancelled_by")?.unwrap_or_default();
    Ok(match row.word::<JobStatus>("status")? {
        JobStatus::Queued => JobState::Queued,
        JobStatus::InProgress => JobState::InProgress { started_at },
        JobStatus::Cancelling => JobState::Cancelling { started_at, by },
        JobStatus::Completed => JobState::Completed { started_at, finished_at },
        JobStatus::CompletedWithWarnings => {
            JobState::CompletedWithWarnings { started_at, finished_at, warnings: row.json("warnings")? }
        }
        JobStatus::Cancelled => JobState::Cancelled { started_at: started, finished_at, by },
        JobStatus::Failed => {
            let code = row.word_opt("error_code")?.unwrap_or(Code::Internal);
            let cause = row.text_opt("error_cause")?.unwrap_or_default();
            JobState::Failed { started_at: started, finished_at, error: JobError { code, cause } }
        }
    })
}

pub(super) fn job(row: &AnyRow) -> sqlx::Result<Located<Job>> {
    let state = state(row)?;
    let kind = row.word::<JobKind>("kind")?;
    let vault_id = row.parsed_opt::<VaultId>("vault_id")?;
    let vault = vault_id.zip(row.text_opt("vault_name")?).map(|(id, name)| VaultRef { id, name });
    let resource_group = match row.parsed_opt::<ResourceGroupId>("vault_group_id")? {
        Some(group) => Some(group),
        None => row.parsed_opt("resource_group_id")?,
    };
    let status = state.status();
    let ended_badly = matches!(status, JobStatus::Failed | JobStatus::Cancelled);
    let record = Job {
        id: row.parsed("id")?,
        kind,
        cancellable: matches!(status, JobStatus::Queued | JobStatus::InProgress) && kind != JobKind::CreateVault,
        retriable: ended_badly && kind != JobKind::CreateVault,
        state,
        progress: row.json("progress")?,
        subject: row.text("subject")?,
        vault,
        item_id: row.parsed_opt("item_id")?,
        recovery_point_id: row.parsed_opt("recovery_point_id")?,
        created_at: row.time("created_at")?,
        created_by: row.text("created_by")?,
        attempt: u32::try_from(row.number("attempt")?).unwrap_or(0),
        target: row.text_opt("target")?,
        downgrades: match (kind, row.word_opt("redundancy")?) {
            (JobKind::Backup, Some(redundancy)) => Downgrade::of_vault(redundancy),
            _ => Vec::new(),
        },
    };
    Ok(Located { record, place: Place { resource_group, vault: vault_id } })
}

/// Inserts a job. A second active backup of one item violates a unique index, and so does a second job that looks after one vault.
pub(super) async fn insert(
    connection: &mut AnyConnection,
    id: JobId,
    new: &NewJob,
    (progress, now): (&JobProgress, DateTime<Utc>),
) -> Result<()> {
    let inserted = sqlx::query(
        "insert into jobs (id, kind, status, subject, vault_id, item_id, resource_group_id, recovery_point_id, target, parameters,
                           progress, warnings, created_at, created_by, attempt, fence)
         values ($1, $2, 'Queued', $3, $4, $5, $6, $7, $8, $9, $10, '[]', $11, $12, 0, 0)",
    )
    .bind(id.to_string())
    .bind(new.parameters.kind().as_str())
    .bind(new.subject.clone())
    .bind(new.vault_id().map(|id| id.to_string()))
    .bind(new.item_id.map(|id| id.to_string()))
    .bind(new.place.resource_group.map(|id| id.to_string()))
    .bind(new.recovery_point_id.map(|id| id.to_string()))
    .bind(new.target.clone())
    .bind(serde_json::to_string(&new.parameters)?)
    .bind(serde_json::to_string(progress)?)
    .bind(millis(now))
    .bind(new.created_by.clone())
    .execute(connection)
    .await;
    match inserted {
        Err(e) if is_unique_violation(&e) => Err(match new.parameters.kind() {
            JobKind::Verify | JobKind::Prune => Code::MaintenanceInProgress.into(),
            _ => Code::UserErrorBackupOperationInProgress.into(),
        }),
        other => Ok(other.map(|_| ())?),
    }
}

/// A job by its id.
pub async fn get(connection: &mut AnyConnection, id: JobId) -> Result<Option<Located<Job>>> {
    let row = sqlx::query(sqlx::AssertSqlSafe(format!("{} where jobs.id = $1", TABLES.select())))
        .bind(id.to_string())
        .fetch_optional(connection)
        .await?;
    Ok(row.as_ref().map(job).transpose()?)
}

/// What a job was told.
pub(super) async fn parameters(connection: &mut AnyConnection, id: JobId) -> Result<Option<Parameters>> {
    let row = sqlx::query("select parameters from jobs where id = $1")
        .bind(id.to_string())
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| row.json("parameters")).transpose()?)
}

/// Jobs that are still to end and that the principal may see, or those of one vault: the oldest few, and how many there are.
pub async fn active(
    connection: &mut AnyConnection,
    (principal, only): (&Principal, Option<VaultId>),
    limit: usize,
) -> Result<(Vec<Job>, u64)> {
    let mut active = Statement::default();
    active.push(TABLES.joins).push(" where jobs.status in ('Queued', 'InProgress', 'Cancelling') and ");
    principal.only_seen(&mut active, "coalesce(vaults.resource_group_id, jobs.resource_group_id)", "jobs.vault_id");
    if let Some(vault) = only {
        active.push(" and jobs.vault_id = ").text(vault.to_string());
    }
    let counted = active.between("select count(*) as jobs from jobs ", "").fetch_all(&mut *connection).await?;
    let all = counted.first().map(|row| row.unsigned("jobs")).transpose()?.unwrap_or(0);
    active.push(" order by jobs.created_at, jobs.id limit ").number(count(limit));
    let oldest = active.between(&format!("select {} from jobs ", TABLES.columns), "").fetch_all(connection).await?;
    let oldest = oldest.iter().map(|row| Ok(job(row)?.record)).collect::<sqlx::Result<_>>()?;
    Ok((oldest, all))
}

/// How many jobs of each vault, or of one, are in which state. Only those of the last day and those that are still to end are read.
pub async fn counts(
    connection: &mut AnyConnection,
    only: Option<VaultId>,
    now: DateTime<Utc>,
) -> Result<HashMap<VaultId, JobCounts>> {
    // Grouped by the bare column, SQLite would walk all jobs in the order of vaults instead of those of the last day.
    let rows = sqlx::query(
        "select coalesce(vault_id, '') as vault, status, count(*) as jobs from jobs
         where finished_at >= $2 and ($1 = '' or vault_id = $1) group by coalesce(vault_id, ''), status
         union all
         select coalesce(vault_id, '') as vault, status, count(*) as jobs from jobs
         where status in ('Queued', 'InProgress', 'Cancelling') and ($1 = '' or vault_id = $1)
         group by coalesce(vault_id, ''), status",
    )
    .bind(only.map(|id| id.to_string()).unwrap_or_default())
    .bind(millis(now - TimeDelta::hours(24)))
    .fetch_all(connection)
    .await?;
    let mut counts: HashMap<VaultId, JobCounts> = HashMap::new();
    for row in &rows {
        // Jobs of no vault, such as those that make sample disks.
        let Ok(vault) = row.text("vault")?.parse() else { continue };
        let of_vault = counts.entry(vault).or_default();
        *match row.word("status")? {
            JobStatus::Queued | JobStatus::InProgress | JobStatus::Cancelling => &mut of_vault.in_progress,
            JobStatus::Completed | JobStatus::CompletedWithWarnings => &mut of_vault.completed_24h,
            JobStatus::Failed => &mut of_vault.failed_24h,
            JobStatus::Cancelled => continue,
        } += row.unsigned("jobs")?;
    }
    Ok(counts)
}

/// Takes the oldest queued job: the fence rises, and the lease is this runner's.
pub(super) async fn claim(
    connection: &mut AnyConnection,
    owner: &str,
    (now, until): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Option<(JobId, i64)>> {
    let row = sqlx::query(
        "update jobs set status = 'InProgress', started_at = coalesce(started_at, $2), attempt = attempt + 1, fence = fence + 1,
                         lease_owner = $1, lease_until = $3
         where id = (select id from jobs where status = 'Queued' order by created_at, id limit 1) and status = 'Queued'
         returning id, fence",
    )
    .bind(owner.to_owned())
    .bind(millis(now))
    .bind(millis(until))
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|row| Ok::<_, sqlx::Error>((row.parsed("id")?, row.number("fence")?))).transpose()?)
}

/// Keeps the lease and notes the progress; `false` when the job is not this runner's any more.
pub(super) async fn beat(
    connection: &mut AnyConnection,
    (id, fence): (JobId, i64),
    progress: &JobProgress,
    until: DateTime<Utc>,
) -> Result<bool> {
    let done = sqlx::query(
        "update jobs set progress = $3, lease_until = $4 where id = $1 and fence = $2 and status in ('InProgress', 'Cancelling')",
    )
    .bind(id.to_string())
    .bind(fence)
    .bind(serde_json::to_string(progress)?)
    .bind(millis(until))
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether the job is still this runner's.
pub(super) async fn is_ours(connection: &mut AnyConnection, (id, fence): (JobId, i64)) -> Result<bool> {
    let row =
        sqlx::query("select id from jobs where id = $1 and fence = $2 and status in ('InProgress', 'Cancelling')")
            .bind(id.to_string())
            .bind(fence)
            .fetch_optional(connection)
            .await?;
    Ok(row.is_some())
}

/// The job that looks after the vault now, queued or running.
pub async fn active_maintenance(connection: &mut AnyConnection, vault: VaultId) -> Result<Option<Job>> {
    let row = sqlx::query(sqlx::AssertSqlSafe(format!(
        "{} where jobs.vault_id = $1 and jobs.kind in ('Verify', 'Prune') and jobs.status in ('Queued', 'InProgress', 'Cancelling')",
        TABLES.select()
    )))
    .bind(vault.to_string())
    .fetch_optional(connection)
    .await?;
    Ok(row.as_ref().map(job).transpose()?.map(|located| located.record))
}

/// How a job ends.
pub(super) struct End<'a> {
    pub(super) status: JobStatus,
    pub(super) progress: &'a JobProgress,
    pub(super) warnings: &'a str,
    pub(super) error: Option<&'a JobError>,
    pub(super) at: DateTime<Utc>,
}

/// Ends the job; `false` when it is not this runner's any more.
pub(super) async fn end(connection: &mut AnyConnection, (id, fence): (JobId, i64), end: End<'_>) -> Result<bool> {
    let done = sqlx::query(
        "update jobs set status = $3, progress = $4, warnings = $5, error_code = $6, error_cause = $7, finished_at = $8,
                         lease_owner = null, lease_until = null
         where id = $1 and fence = $2 and status in ('InProgress', 'Cancelling')",
    )
    .bind(id.to_string())
    .bind(fence)
    .bind(end.status.as_str())
    .bind(serde_json::to_string(end.progress)?)
    .bind(end.warnings.to_owned())
    .bind(end.error.map(|error| error.code.as_str()))
    .bind(end.error.map(|error| error.cause.clone()))
    .bind(millis(end.at))
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Puts a job that was stopped back into the queue, and counts the stops that nobody asked for.
pub(super) async fn requeue(connection: &mut AnyConnection, (id, fence): (JobId, i64), was_asked: bool) -> Result<()> {
    sqlx::query(
        "update jobs set status = 'Queued', lease_owner = null, lease_until = null, interruptions = interruptions + $3
         where id = $1 and fence = $2 and status = 'InProgress'",
    )
    .bind(id.to_string())
    .bind(fence)
    .bind(i64::from(!was_asked))
    .execute(connection)
    .await?;
    Ok(())
}

/// Jobs that someone claimed and that have not ended, with fence and interruptions; with a time, only those whose lease had expired then.
pub(super) async fn claimed(
    connection: &mut AnyConnection,
    expired_at: Option<DateTime<Utc>>,
) -> Result<Vec<(JobId, i64, i64, JobStatus)>> {
    let rows = sqlx::query(
        "select id, fence, interruptions, status from jobs where status in ('InProgress', 'Cancelling') and coalesce(lease_until, 0) < $1",
    )
    .bind(expired_at.map_or(i64::MAX, millis))
    .fetch_all(connection)
    .await?;
    let claimed =
        |row: &AnyRow| Ok((row.parsed("id")?, row.number("fence")?, row.number("interruptions")?, row.word("status")?));
    Ok(rows.iter().map(claimed).collect::<sqlx::Result<_>>()?)
}

/// Moves a job from one status to another on behalf of someone; `false` when it was elsewhere already.
pub(super) async fn cancel(
    connection: &mut AnyConnection,
    id: JobId,
    (from, to): (JobStatus, JobStatus),
    (by, at): (&str, Option<DateTime<Utc>>),
) -> Result<bool> {
    let done =
        sqlx::query("update jobs set status = $3, cancelled_by = $4, finished_at = $5 where id = $1 and status = $2")
            .bind(id.to_string())
            .bind(from.as_str())
            .bind(to.as_str())
            .bind(by.to_owned())
            .bind(at.map(millis))
            .execute(connection)
            .await?;
    Ok(done.rows_affected() == 1)
}

/// Appends a line to a job's log.
pub(super) async fn append_log(
    connection: &mut AnyConnection,
    id: JobId,
    at: DateTime<Utc>,
    (level, text): (LogLevel, &str),
) -> Result<()> {
    let level = match level {
        LogLevel::Info => "info",
        LogLevel::Warn => "warn",
        LogLevel::Error => "error",
    };
    sqlx::query(
        "insert into job_log (job_id, number, at, level, text)
         select $1, coalesce(max(number), 0) + 1, $2, $3, $4 from job_log where job_id = $1",
    )
    .bind(id.to_string())
    .bind(millis(at))
    .bind(level)
    .bind(text.to_owned())
    .execute(connection)
    .await?;
    Ok(())
}

/// Lines of a job's log behind this number.
pub(super) async fn log(
    connection: &mut AnyConnection,
    id: JobId,
    (after, limit): (u64, usize),
) -> Result<Vec<LogLine>> {
    let rows = sqlx::query(
        "select number, at, level, text from job_log where job_id = $1 and number > $2 order by number limit $3",
    )
    .bind(id.to_string())
    .bind(bytes(after))
    .bind(count(limit))
    .fetch_all(connection)
    .await?;
    let line = |row: &AnyRow| {
        Ok(LogLine {
            number: row.unsigned("number")?,
            at: row.time("at")?,
            level: row.word("level")?,
            text: row.text("text")?,
        })
    };
    Ok(rows.iter().map(line).collect::<sqlx::Result<_>>()?)
}
