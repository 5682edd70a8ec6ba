//! What of the tables goes into a catalogue, and what was written last.

use chrono::{DateTime, Utc};
use shared::id::{ItemId, VaultId};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::catalogue::content::{FORMAT, HostEntry, ItemEntry, MachineEntry, PointEntry, PolicyEntry, VaultEntry};
use crate::compute::FoundDisk;
use crate::db::{Columns as _, Statement, millis};
use crate::error::Result;

/// The vault without its policies, when it is ready.
pub(super) async fn vault(connection: &mut AnyConnection, id: VaultId) -> Result<Option<VaultEntry>> {
    let row = sqlx::query(
        "select vaults.*, subscriptions.name as subscription, resource_groups.name as resource_group, locations.name as location
         from vaults
         join subscriptions on subscriptions.id = vaults.subscription_id
         join resource_groups on resource_groups.id = vaults.resource_group_id
         join locations on locations.id = vaults.location_id
         where vaults.id = $1 and vaults.state = 'Ready'",
    )
    .bind(id.to_string())
    .fetch_optional(connection)
    .await?;
    let entry = |row: &AnyRow| {
        Ok::<_, sqlx::Error>(VaultEntry {
            format: FORMAT,
            id: row.parsed("id")?,
            name: row.text("name")?,
            subscription: row.text("subscription")?,
            resource_group: row.text("resource_group")?,
            location: row.text("location")?,
            redundancy: row.word("redundancy")?,
            created_at: row.time("created_at")?,
            policies: Vec::new(),
        })
    };
    Ok(row.as_ref().map(entry).transpose()?)
}

pub(super) async fn policies(connection: &mut AnyConnection, id: VaultId) -> Result<Vec<PolicyEntry>> {
    let rows = sqlx::query("select * from policies where vault_id = $1 order by id")
        .bind(id.to_string())
        .fetch_all(connection)
        .await?;
    let entry = |row: &AnyRow| {
        Ok(PolicyEntry {
            id: row.parsed("id")?,
            name: row.text("name")?,
            schedule: row.json("schedule")?,
            retention: row.json("retention")?,
            time_zone: row.text("time_zone")?,
        })
    };
    Ok(rows.iter().map(entry).collect::<sqlx::Result<_>>()?)
}

/// The vault's items without their points.
pub(super) async fn items(connection: &mut AnyConnection, id: VaultId) -> Result<Vec<ItemEntry>> {
    let rows = sqlx::query(
        "select items.*, machines.name as machine_name, machines.identity, machines.place, machines.disks, hosts.name as host,
                hosts.folder as host_folder
         from items join machines on machines.id = items.machine_id join hosts on hosts.id = machines.host_id
         where items.vault_id = $1 order by items.id",
    )
    .bind(id.to_string())
    .fetch_all(connection)
    .await?;
    let entry = |row: &AnyRow| {
        let mut disks: Vec<FoundDisk> = row.json("disks")?;
        // What an image takes changes with every look at its host, and says nothing of the item.
        for disk in &mut disks {
            disk.allocated_bytes = disk.size_bytes;
        }
        let machine = MachineEntry {
            id: row.parsed("machine_id")?,
            name: row.text("machine_name")?,
            identity: row.text("identity")?,
            place: row.text("place")?,
            disks,
            host: HostEntry { name: row.text("host")?, folder: row.text("host_folder")? },
        };
        Ok(ItemEntry {
            id: row.parsed("id")?,
            machine,
            policy_id: row.parsed("policy_id")?,
            created_at: row.time("created_at")?,
            stopped_at: row.time_opt("stopped_at")?,
            points: Vec::new(),
        })
    };
    Ok(rows.iter().map(entry).collect::<sqlx::Result<_>>()?)
}

/// The vault's points, oldest first.
pub(super) async fn points(connection: &mut AnyConnection, id: VaultId) -> Result<Vec<(ItemId, PointEntry)>> {
    let rows = sqlx::query("select * from recovery_points where vault_id = $1 order by taken_at, id")
        .bind(id.to_string())
        .fetch_all(connection)
        .await?;
    let entry = |row: &AnyRow| {
        let point = PointEntry {
            id: row.parsed("id")?,
            snapshot: row.text("snapshot")?,
            job_id: row.parsed("job_id")?,
            taken_at: row.time("taken_at")?,
            consistency: row.word("consistency")?,
            disks: row.json("disks")?,
            read_bytes: row.unsigned("read_bytes")?,
            new_bytes: row.unsigned("new_bytes")?,
            stored_bytes: row.unsigned("stored_bytes")?,
            expires_at: row.time("expires_at")?,
            validated_at: row.time_opt("validated_at")?,
        };
        Ok((row.parsed("item_id")?, point))
    };
    Ok(rows.iter().map(entry).collect::<sqlx::Result<_>>()?)
}

/// The vaults that can be written to.
pub(super) async fn ready(connection: &mut AnyConnection) -> Result<Vec<VaultId>> {
    let rows = sqlx::query("select id from vaults where state = 'Ready' order by id").fetch_all(connection).await?;
    Ok(rows.iter().map(|row| row.parsed("id")).collect::<sqlx::Result<_>>()?)
}

/// The vaults of these items.
pub(super) async fn vaults_of(connection: &mut AnyConnection, items: &[ItemId]) -> Result<Vec<VaultId>> {
    let mut select = Statement::default();
    select.push("select distinct vault_id from items where id").within(items);
    let rows = select.fetch_all(connection).await?;
    Ok(rows.iter().map(|row| row.parsed("vault_id")).collect::<sqlx::Result<_>>()?)
}

/// The hash of what the vault's catalogue last said.
pub(super) async fn digest(connection: &mut AnyConnection, id: VaultId) -> Result<Option<String>> {
    let row = sqlx::query("select digest from catalogues where vault_id = $1")
        .bind(id.to_string())
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| row.text("digest")).transpose()?)
}

/// Notes what the vault's catalogue says now; a vault that was deleted meanwhile has none.
pub(super) async fn note(connection: &mut AnyConnection, id: VaultId, digest: &str, at: DateTime<Utc>) -> Result<()> {
    sqlx::query(
        "insert into catalogues (vault_id, digest, written_at) select id, $2, $3 from vaults where id = $1
         on conflict (vault_id) do update set digest = excluded.digest, written_at = excluded.written_at",
    )
    .bind(id.to_string())
    .bind(digest.to_owned())
    .bind(millis(at))
    .execute(connection)
    .await?;
    Ok(())
}
