//! The rows of resource groups.

use shared::id::{ItemId, ResourceGroupId, VaultId};
use shared::location::LocationRef;
use shared::resource_group::ResourceGroup;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::auth::Place;
use crate::db::{Columns as _, Statement, bytes};
use crate::error::Result;
use crate::listing::Located;

pub(super) async fn insert(connection: &mut AnyConnection, new: &ResourceGroup) -> sqlx::Result<()> {
    sqlx::query("insert into resource_groups (id, subscription_id, name, name_key) values ($1, $2, $3, $4)")
        .bind(new.id.to_string())
        .bind(new.subscription_id.to_string())
        .bind(new.name.clone())
        .bind(new.name.to_lowercase())
        .execute(connection)
        .await?;
    Ok(())
}

fn group(row: &AnyRow) -> sqlx::Result<ResourceGroup> {
    let subscription_id = row.parsed("subscription_id")?;
    Ok(ResourceGroup { id: row.parsed("id")?, name: row.text("name")?, subscription_id })
}

/// All groups, oldest first.
pub(super) async fn list(connection: &mut AnyConnection) -> Result<Vec<ResourceGroup>> {
    let rows = sqlx::query("select * from resource_groups order by id").fetch_all(connection).await?;
    Ok(rows.iter().map(group).collect::<sqlx::Result<_>>()?)
}

/// A group by its id.
pub async fn by_id(connection: &mut AnyConnection, id: ResourceGroupId) -> Result<Option<ResourceGroup>> {
    let row =
        sqlx::query("select * from resource_groups where id = $1").bind(id.to_string()).fetch_optional(connection);
    Ok(row.await?.as_ref().map(group).transpose()?)
}

/// The oldest group of this name, without regard to case.
pub async fn by_name(connection: &mut AnyConnection, name: &str) -> Result<Option<ResourceGroup>> {
    let row = sqlx::query("select * from resource_groups where name_key = $1 order by id limit 1")
        .bind(name.to_lowercase())
        .fetch_optional(connection)
        .await?;
    Ok(row.as_ref().map(group).transpose()?)
}

/// How many collections each group of the item's location holds, by number.
pub(super) async fn held_beside(connection: &mut AnyConnection, item: ItemId) -> Result<Vec<(u64, u64)>> {
    let rows = sqlx::query(
        "select others.collection_group as number, count(*) as held from items own
         join vaults own_vault on own_vault.id = own.vault_id
         join vaults on vaults.location_id = own_vault.location_id
         join items others on others.vault_id = vaults.id
         where own.id = $1 and others.collection_group is not null group by others.collection_group",
    )
    .bind(item.to_string())
    .fetch_all(connection)
    .await?;
    let held = |row: &AnyRow| Ok((row.unsigned("number")?, row.unsigned("held")?));
    Ok(rows.iter().map(held).collect::<sqlx::Result<_>>()?)
}

/// Puts the item's collection into the group of this number, unless it is in one.
pub(super) async fn collect(connection: &mut AnyConnection, item: ItemId, number: u64) -> Result<()> {
    sqlx::query("update items set collection_group = $2 where id = $1 and collection_group is null")
        .bind(item.to_string())
        .bind(bytes(number))
        .execute(connection)
        .await?;
    Ok(())
}

/// How many collections there are: by location, number of the group, and vault; of one vault or item alone where that is asked for.
pub(super) async fn collections(
    connection: &mut AnyConnection,
    (vault, item): (Option<VaultId>, Option<ItemId>),
) -> Result<Vec<Located<(LocationRef, u64, u64)>>> {
    let mut select = Statement::default();
    select.push(
        "select locations.id, locations.name, items.collection_group as number, vaults.id as vault_id, vaults.resource_group_id,
                count(*) as held
         from items join vaults on vaults.id = items.vault_id join locations on locations.id = vaults.location_id
         where items.collection_group is not null",
    );
    if let Some(vault) = vault {
        select.push(" and items.vault_id = ").text(vault.to_string());
    }
    if let Some(item) = item {
        select.push(" and items.id = ").text(item.to_string());
    }
    select.push(" group by locations.id, locations.name, items.collection_group, vaults.id, vaults.resource_group_id");
    let rows = select.fetch_all(connection).await?;
    let located = |row: &AnyRow| {
        let location = LocationRef { id: row.parsed("id")?, name: row.text("name")? };
        let place = Place::vault(row.parsed("vault_id")?, row.parsed("resource_group_id")?);
        Ok(Located { record: (location, row.unsigned("number")?, row.unsigned("held")?), place })
    };
    Ok(rows.iter().map(located).collect::<sqlx::Result<_>>()?)
}
