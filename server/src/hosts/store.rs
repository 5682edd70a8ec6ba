//! The rows of hosts.

use chrono::{DateTime, Utc};
use shared::host::{Host, HostKind, HostRef, HostState};
use shared::id::{HostId, LocationId, ResourceGroupId};
use shared::location::LocationRef;
use shared::problem::Code;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::db::{Columns as _, millis};
use crate::error::Result;

/// A host with what the screen does not show.
pub(super) struct HostRow {
    pub(super) host: Host,
    pub(super) folder: String,
    pub(super) resource_group_id: ResourceGroupId,
}

/// A host to insert.
pub(super) struct NewHost {
    pub(super) id: HostId,
    pub(super) name: String,
    pub(super) folder: String,
    pub(super) location_id: LocationId,
    pub(super) resource_group_id: ResourceGroupId,
}

pub(super) async fn insert(connection: &mut AnyConnection, new: &NewHost) -> sqlx::Result<()> {
    sqlx::query(
        "insert into hosts (id, name, name_key, folder, location_id, resource_group_id) values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(new.id.to_string())
    .bind(new.name.clone())
    .bind(new.name.to_lowercase())
    .bind(new.folder.clone())
    .bind(new.location_id.to_string())
    .bind(new.resource_group_id.to_string())
    .execute(connection)
    .await?;
    Ok(())
}

fn host(row: &AnyRow) -> sqlx::Result<HostRow> {
    let folder = row.text("folder")?;
    let state = match (row.time_opt("looked_at")?, row.word_opt::<Code>("problem")?) {
        (None, _) => HostState::New,
        (Some(at), None) => HostState::Reachable { at },
        (Some(at), Some(code)) => HostState::Unreachable { at, code },
    };
    let host = Host {
        id: row.parsed("id")?,
        name: row.text("name")?,
        kind: HostKind::DiskImages { folder: folder.clone() },
        location: LocationRef { id: row.parsed("location_id")?, name: row.text("location_name")? },
        state,
        machines: row.unsigned("machines")?,
    };
    Ok(HostRow { host, folder, resource_group_id: row.parsed("resource_group_id")? })
}

const SELECT: &str = "select hosts.*, locations.name as location_name,
        (select count(*) from machines where machines.host_id = hosts.id and machines.missing_since is null) as machines
    from hosts join locations on locations.id = hosts.location_id";

pub(super) async fn list(connection: &mut AnyConnection) -> Result<Vec<HostRow>> {
    let rows =
        sqlx::query(sqlx::AssertSqlSafe(format!("{SELECT} order by hosts.name_key"))).fetch_all(connection).await?;
    Ok(rows.iter().map(host).collect::<sqlx::Result<_>>()?)
}

pub(super) async fn by_id(connection: &mut AnyConnection, id: HostId) -> Result<Option<HostRow>> {
    let row = sqlx::query(sqlx::AssertSqlSafe(format!("{SELECT} where hosts.id = $1")))
        .bind(id.to_string())
        .fetch_optional(connection)
        .await?;
    Ok(row.as_ref().map(host).transpose()?)
}

pub(super) async fn by_folder(connection: &mut AnyConnection, folder: &str) -> Result<Option<HostRow>> {
    let row = sqlx::query(sqlx::AssertSqlSafe(format!("{SELECT} where hosts.folder = $1")))
        .bind(folder.to_owned())
        .fetch_optional(connection)
        .await?;
    Ok(row.as_ref().map(host).transpose()?)
}

pub(super) async fn looked(
    connection: &mut AnyConnection,
    id: HostId,
    at: DateTime<Utc>,
    problem: Option<Code>,
) -> Result<()> {
    sqlx::query("update hosts set looked_at = $2, problem = $3 where id = $1")
        .bind(id.to_string())
        .bind(millis(at))
        .bind(problem.map(Code::as_str))
        .execute(connection)
        .await?;
    Ok(())
}

/// How many hosts there are.
pub async fn count(connection: &mut AnyConnection) -> Result<u64> {
    Ok(sqlx::query("select count(*) as hosts from hosts").fetch_one(connection).await?.unsigned("hosts")?)
}

/// All hosts by name.
pub async fn names(connection: &mut AnyConnection) -> Result<Vec<HostRef>> {
    Ok(list(connection).await?.into_iter().map(|row| HostRef { id: row.host.id, name: row.host.name }).collect())
}
