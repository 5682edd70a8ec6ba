//! The rows of resource groups.

use shared::id::ResourceGroupId;
use shared::resource_group::ResourceGroup;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::db::Columns as _;
use crate::error::Result;

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
