//! The rows of machines.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use shared::host::HostRef;
use shared::id::{HostId, ItemId, LocationId, MachineId, ResourceGroupId, VaultId};
use shared::item::ProtectionState;
use shared::location::LocationRef;
use shared::machine::{Machine, MachineProtection, Presence};
use shared::problem::Code;
use shared::resource_group::ResourceGroupRef;
use shared::vault::VaultRef;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::auth::Place;
use crate::compute::{Found, FoundDisk};
use crate::db::{Columns as _, millis};
use crate::error::Result;
use crate::items;
use crate::listing::{Id, Located, Tables};

/// What is compared with what was found.
pub(super) struct Known {
    pub(super) id: MachineId,
    pub(super) identity: String,
    pub(super) place: String,
    pub(super) missing: bool,
    name: String,
    name_key: String,
    disks: Vec<FoundDisk>,
    problem: Option<Code>,
}

impl Known {
    /// Whether it still is as it was found.
    pub(super) fn is(&self, found: &Found) -> bool {
        !self.missing
            && self.identity == found.identity
            && self.place == found.place
            && self.name == found.name
            && self.name_key == found.name.to_lowercase()
            && self.disks == found.disks
            && self.problem == found.problem
    }

    /// A disk that cannot be looked into now keeps the size that it had when it last could.
    pub(super) fn lend_sizes(&self, found: &mut Found) {
        for disk in found.disks.iter_mut().filter(|disk| disk.size_bytes == 0) {
            if let Some(before) = self.disks.iter().find(|before| before.name == disk.name) {
                (disk.size_bytes, disk.allocated_bytes) = (before.size_bytes, before.allocated_bytes);
            }
        }
    }

    #[cfg(test)]
    pub(super) fn of(id: MachineId, found: &Found) -> Self {
        Self {
            id,
            identity: found.identity.clone(),
            place: found.place.clone(),
            missing: false,
            name: found.name.clone(),
            name_key: found.name.to_lowercase(),
            disks: found.disks.clone(),
            problem: found.problem,
        }
    }
}

pub(super) async fn known(connection: &mut AnyConnection, host: HostId) -> Result<Vec<Known>> {
    let rows =
        sqlx::query("select * from machines where host_id = $1").bind(host.to_string()).fetch_all(connection).await?;
    let known = |row: AnyRow| {
        Ok(Known {
            id: row.parsed("id")?,
            identity: row.text("identity")?,
            place: row.text("place")?,
            missing: row.number_opt("missing_since")?.is_some(),
            name: row.text("name")?,
            name_key: row.text("name_key")?,
            disks: row.json("disks")?,
            problem: row.word_opt("problem")?,
        })
    };
    rows.into_iter().map(known).collect()
}

pub(super) async fn ids_elsewhere(connection: &mut AnyConnection, host: HostId) -> Result<HashSet<MachineId>> {
    let rows =
        sqlx::query("select id from machines where host_id <> $1").bind(host.to_string()).fetch_all(connection).await?;
    Ok(rows.iter().map(|row| row.parsed("id")).collect::<sqlx::Result<_>>()?)
}

/// Whether a vault protects the machine; nothing when there is no such machine.
pub(super) async fn is_protected(connection: &mut AnyConnection, id: MachineId) -> Result<Option<bool>> {
    let row = sqlx::query(
        "select items.id as item_id from machines left join items on items.machine_id = machines.id where machines.id = $1",
    )
    .bind(id.to_string())
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|row| row.text_opt("item_id")).transpose()?.map(|item| item.is_some()))
}

/// Gives a machine that no vault protects another uuid.
pub(super) async fn rename(connection: &mut AnyConnection, from: MachineId, to: MachineId) -> Result<()> {
    sqlx::query("update machines set id = $2 where id = $1")
        .bind(from.to_string())
        .bind(to.to_string())
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn put(
    connection: &mut AnyConnection,
    id: MachineId,
    (host, group): (HostId, ResourceGroupId),
    found: &Found,
) -> Result<()> {
    sqlx::query(
        "insert into machines (id, host_id, resource_group_id, name, identity, place, disks, problem, name_key)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (id) do update set name = $4, name_key = $9, identity = $5, place = $6, disks = $7, problem = $8, missing_since = null",
    )
    .bind(id.to_string())
    .bind(host.to_string())
    .bind(group.to_string())
    .bind(found.name.clone())
    .bind(found.identity.clone())
    .bind(found.place.clone())
    .bind(serde_json::to_string(&found.disks)?)
    .bind(found.problem.map(Code::as_str))
    .bind(found.name.to_lowercase())
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn mark_missing(connection: &mut AnyConnection, id: MachineId, since: DateTime<Utc>) -> Result<()> {
    sqlx::query("update machines set missing_since = $2 where id = $1")
        .bind(id.to_string())
        .bind(millis(since))
        .execute(connection)
        .await?;
    Ok(())
}

/// A machine with what the screen does not show.
#[derive(Clone, Debug)]
pub struct Row {
    /// The machine.
    pub machine: Machine,
    /// Its disks with their files.
    pub disks: Vec<FoundDisk>,
}

pub(super) const TABLES: Tables = Tables {
    name: "machines",
    id: Id::Uuid,
    columns: "machines.*, hosts.name as host_name, hosts.location_id, locations.name as location_name,
        resource_groups.name as group_name, items.id as item_id, vaults.id as vault_id, vaults.name as vault_name,
        items.stopped_at, items.last_status, items.last_finished_at, items.last_code, items.last_job_id, items.created_at,
        (select max(taken_at) from recovery_points where recovery_points.item_id = items.id) as newest_at,
        judged.damaged_at",
    joins: "join hosts on hosts.id = machines.host_id
        join locations on locations.id = hosts.location_id
        join resource_groups on resource_groups.id = machines.resource_group_id
        left join items on items.machine_id = machines.id
        left join vaults on vaults.id = items.vault_id
        left join recovery_points judged on judged.id = items.verdict_point_id",
};

pub(super) fn row(row: &AnyRow, now: DateTime<Utc>) -> sqlx::Result<Located<Row>> {
    let disks: Vec<FoundDisk> = row.json("disks")?;
    let presence = match (row.time_opt("missing_since")?, row.word_opt::<Code>("problem")?) {
        (Some(since), _) => Presence::Missing { since },
        (None, Some(code)) => Presence::Unusable { code },
        (None, None) => Presence::Present,
    };
    let vault_id = row.parsed_opt::<VaultId>("vault_id")?;
    let newest = row.time_opt("newest_at")?;
    let state = match (row.number_opt("stopped_at")?, newest) {
        (Some(_), _) => ProtectionState::ProtectionStopped,
        (None, Some(_)) => ProtectionState::Protected,
        (None, None) => ProtectionState::IRPending,
    };
    let protection = match (row.parsed_opt::<ItemId>("item_id")?, vault_id, row.text_opt("vault_name")?) {
        (Some(item_id), Some(id), Some(name)) => {
            let health = items::health(row, now)?;
            Some(MachineProtection { item_id, vault: VaultRef { id, name }, state, health })
        }
        _ => None,
    };
    let resource_group = ResourceGroupRef { id: row.parsed("resource_group_id")?, name: row.text("group_name")? };
    let place = Place { resource_group: Some(resource_group.id), vault: vault_id };
    let machine = Machine {
        id: row.parsed("id")?,
        name: row.text("name")?,
        host: HostRef { id: row.parsed("host_id")?, name: row.text("host_name")? },
        location: LocationRef { id: row.parsed("location_id")?, name: row.text("location_name")? },
        resource_group,
        disks: row.json("disks")?,
        presence,
        protection,
    };
    Ok(Located { record: Row { machine, disks }, place })
}

/// A machine by its id, as it is now.
pub async fn by_id(connection: &mut AnyConnection, id: MachineId, now: DateTime<Utc>) -> Result<Option<Located<Row>>> {
    let found = sqlx::query(sqlx::AssertSqlSafe(format!("{} where machines.id = $1", TABLES.select())))
        .bind(id.to_string())
        .fetch_optional(connection)
        .await?;
    Ok(found.as_ref().map(|found| row(found, now)).transpose()?)
}

/// How many machines are alike in what matters to whether a vault could protect them.
pub(super) struct Count {
    pub(super) location_id: LocationId,
    pub(super) is_protected: bool,
    pub(super) machines: u64,
}

/// All machines, counted by where they stand.
pub(super) async fn counts(connection: &mut AnyConnection) -> Result<Vec<Located<Count>>> {
    let rows = sqlx::query(
        "select hosts.location_id, machines.resource_group_id, items.vault_id, count(*) as machines
         from machines join hosts on hosts.id = machines.host_id left join items on items.machine_id = machines.id
         group by hosts.location_id, machines.resource_group_id, items.vault_id",
    )
    .fetch_all(connection)
    .await?;
    let counted = |row: AnyRow| {
        let place = Place { resource_group: row.parsed_opt("resource_group_id")?, vault: row.parsed_opt("vault_id")? };
        let location_id = row.parsed("location_id")?;
        let record = Count { location_id, is_protected: place.vault.is_some(), machines: row.unsigned("machines")? };
        Ok(Located { record, place })
    };
    rows.into_iter().map(counted).collect()
}
