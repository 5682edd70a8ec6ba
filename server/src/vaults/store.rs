//! The rows of vaults.

use chrono::{DateTime, Utc};
use shared::id::{JobId, LocationId, ResourceGroupId, SubscriptionId, VaultId};
use shared::location::LocationRef;
use shared::problem::Code;
use shared::resource_group::ResourceGroupRef;
use shared::vault::{Redundancy, VaultRef, VaultState};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::auth::Place;
use crate::db::{Columns as _, count, millis};
use crate::error::Result;
use crate::listing::{Id, Located, Tables};

/// A vault's row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its id.
    pub id: VaultId,
    /// Its name.
    pub name: String,
    /// The subscription that it belongs to.
    pub subscription_id: SubscriptionId,
    /// The resource group that it belongs to.
    pub resource_group: ResourceGroupRef,
    /// Where it stores.
    pub location: LocationRef,
    /// What was asked for.
    pub redundancy: Redundancy,
    /// Whether it can be used.
    pub state: VaultState,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When someone confirmed that the password is stored elsewhere.
    pub password_confirmed_at: Option<DateTime<Utc>>,
    /// Its password, sealed by the master key.
    pub sealed_password: String,
    /// The folder that it was found in, when it was connected.
    pub folder: Option<String>,
    /// When its catalogue was last written from here.
    pub catalogue_written_at: Option<DateTime<Utc>>,
    /// How many policies it has.
    pub policies: u64,
    /// How many points it holds.
    pub recovery_points: u64,
    /// What its points added to its storage.
    pub stored_bytes: u64,
    /// What its points are together, as the machines saw them.
    pub protected_bytes: u64,
}

impl Row {
    /// Where it stands.
    pub fn place(&self) -> Place {
        Place::vault(self.id, self.resource_group.id)
    }
}

/// A vault to insert.
pub(super) struct NewVault<'a> {
    pub(super) id: VaultId,
    pub(super) name: &'a str,
    pub(super) subscription_id: SubscriptionId,
    pub(super) resource_group_id: ResourceGroupId,
    pub(super) location_id: LocationId,
    pub(super) redundancy: Redundancy,
    pub(super) sealed_password: &'a str,
    pub(super) created_at: DateTime<Utc>,
}

pub(super) const fn redundancy_word(redundancy: Redundancy) -> &'static str {
    match redundancy {
        Redundancy::GeoRedundant => "GeoRedundant",
        Redundancy::LocallyRedundant => "LocallyRedundant",
    }
}

pub(super) async fn insert(connection: &mut AnyConnection, new: &NewVault<'_>) -> sqlx::Result<()> {
    sqlx::query(
        "insert into vaults (id, subscription_id, resource_group_id, location_id, name, name_key, redundancy, state, creation_job_id,
                             sealed_password, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, 'Creating', '', $8, $9)",
    )
    .bind(new.id.to_string())
    .bind(new.subscription_id.to_string())
    .bind(new.resource_group_id.to_string())
    .bind(new.location_id.to_string())
    .bind(new.name.to_owned())
    .bind(new.name.to_lowercase())
    .bind(redundancy_word(new.redundancy))
    .bind(new.sealed_password.to_owned())
    .bind(millis(new.created_at))
    .execute(connection)
    .await?;
    Ok(())
}

/// Makes a vault that was just inserted one that lies in this folder and is ready; whoever connected it has its password.
pub(super) async fn set_connected(
    connection: &mut AnyConnection,
    id: VaultId,
    folder: &str,
    at: DateTime<Utc>,
) -> Result<()> {
    sqlx::query("update vaults set folder = $2, state = 'Ready', password_confirmed_at = $3 where id = $1")
        .bind(id.to_string())
        .bind(folder.to_owned())
        .bind(millis(at))
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn set_creation_job(connection: &mut AnyConnection, id: VaultId, job: JobId) -> Result<()> {
    sqlx::query("update vaults set creation_job_id = $2 where id = $1")
        .bind(id.to_string())
        .bind(job.to_string())
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn set_state(
    connection: &mut AnyConnection,
    id: VaultId,
    state: &str,
    problem: Option<Code>,
) -> Result<()> {
    sqlx::query("update vaults set state = $2, problem = $3 where id = $1")
        .bind(id.to_string())
        .bind(state.to_owned())
        .bind(problem.map(Code::as_str))
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn set_redundancy(connection: &mut AnyConnection, id: VaultId, redundancy: Redundancy) -> Result<()> {
    sqlx::query("update vaults set redundancy = $2 where id = $1")
        .bind(id.to_string())
        .bind(redundancy_word(redundancy))
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn confirm_password(connection: &mut AnyConnection, id: VaultId, at: DateTime<Utc>) -> Result<()> {
    sqlx::query("update vaults set password_confirmed_at = coalesce(password_confirmed_at, $2) where id = $1")
        .bind(id.to_string())
        .bind(millis(at))
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn delete(connection: &mut AnyConnection, id: VaultId) -> Result<()> {
    sqlx::query("delete from policies where vault_id = $1").bind(id.to_string()).execute(&mut *connection).await?;
    sqlx::query("delete from vaults where id = $1").bind(id.to_string()).execute(connection).await?;
    Ok(())
}

/// Every vault's sealed password.
pub(super) async fn sealed(connection: &mut AnyConnection) -> Result<Vec<(VaultId, String)>> {
    let rows = sqlx::query("select id, sealed_password from vaults order by id").fetch_all(connection).await?;
    let pair = |row: &AnyRow| Ok((row.parsed("id")?, row.text("sealed_password")?));
    Ok(rows.iter().map(pair).collect::<sqlx::Result<_>>()?)
}

pub(super) async fn set_sealed(connection: &mut AnyConnection, id: VaultId, sealed: &str) -> Result<()> {
    sqlx::query("update vaults set sealed_password = $2 where id = $1")
        .bind(id.to_string())
        .bind(sealed.to_owned())
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) const TABLES: Tables = Tables {
    name: "vaults",
    id: Id::Uuid,
    columns: "vaults.*, catalogues.written_at as catalogue_written_at, locations.name as location_name, resource_groups.name as group_name,
        (select count(*) from policies where policies.vault_id = vaults.id) as policies,
        coalesce(vault_points.points, 0) as points, coalesce(vault_points.stored_bytes, 0) as stored_bytes,
        coalesce(vault_points.protected_bytes, 0) as protected_bytes",
    joins: "join locations on locations.id = vaults.location_id
        join resource_groups on resource_groups.id = vaults.resource_group_id
        left join vault_points on vault_points.vault_id = vaults.id
        left join catalogues on catalogues.vault_id = vaults.id",
};

pub(super) fn vault(row: &AnyRow) -> sqlx::Result<Row> {
    let state = match (row.text("state")?.as_str(), row.word_opt::<Code>("problem")?) {
        ("Ready", _) => VaultState::Ready,
        ("CreationFailed", code) => VaultState::CreationFailed { code: code.unwrap_or(Code::Internal) },
        _ => VaultState::Creating { job_id: row.parsed("creation_job_id")? },
    };
    Ok(Row {
        id: row.parsed("id")?,
        name: row.text("name")?,
        subscription_id: row.parsed("subscription_id")?,
        resource_group: ResourceGroupRef { id: row.parsed("resource_group_id")?, name: row.text("group_name")? },
        location: LocationRef { id: row.parsed("location_id")?, name: row.text("location_name")? },
        redundancy: row.word("redundancy")?,
        state,
        created_at: row.time("created_at")?,
        password_confirmed_at: row.time_opt("password_confirmed_at")?,
        sealed_password: row.text("sealed_password")?,
        folder: row.text_opt("folder")?,
        catalogue_written_at: row.time_opt("catalogue_written_at")?,
        policies: row.unsigned("policies")?,
        recovery_points: row.unsigned("points")?,
        stored_bytes: row.unsigned("stored_bytes")?,
        protected_bytes: row.unsigned("protected_bytes")?,
    })
}

/// A vault by its id.
pub async fn by_id(connection: &mut AnyConnection, id: VaultId) -> Result<Option<Row>> {
    let row = sqlx::query(sqlx::AssertSqlSafe(format!("{} where vaults.id = $1", TABLES.select())))
        .bind(id.to_string())
        .fetch_optional(connection)
        .await?;
    Ok(row.as_ref().map(vault).transpose()?)
}

/// Vaults behind this one, by name.
pub async fn list(connection: &mut AnyConnection, (after, limit): (String, usize)) -> Result<Vec<Located<Row>>> {
    let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
        "{}
         where ($1 = '' or (vaults.name_key, vaults.id) > (select name_key, id from vaults where id = $1))
         order by vaults.name_key, vaults.id limit $2",
        TABLES.select()
    )))
    .bind(after)
    .bind(count(limit))
    .fetch_all(connection)
    .await?;
    let located = |row: &AnyRow| {
        let record = vault(row)?;
        Ok(Located { place: record.place(), record })
    };
    Ok(rows.iter().map(located).collect::<sqlx::Result<_>>()?)
}

/// Every vault's id and name, by name.
pub async fn names(connection: &mut AnyConnection) -> Result<Vec<Located<VaultRef>>> {
    let rows =
        sqlx::query("select id, name, resource_group_id from vaults order by name_key, id").fetch_all(connection);
    let located = |row: &AnyRow| {
        let record = VaultRef { id: row.parsed("id")?, name: row.text("name")? };
        Ok(Located { place: Place::vault(record.id, row.parsed("resource_group_id")?), record })
    };
    Ok(rows.await?.iter().map(located).collect::<sqlx::Result<_>>()?)
}
