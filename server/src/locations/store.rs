//! The rows of locations.

use shared::id::LocationId;
use shared::location::LocationRef;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::db::Columns as _;
use crate::error::Result;

pub(super) async fn ensure(connection: &mut AnyConnection, id: LocationId, name: &str) -> Result<()> {
    sqlx::query("insert into locations (id, name) values ($1, $2) on conflict (name) do nothing")
        .bind(id.to_string())
        .bind(name.to_owned())
        .execute(connection)
        .await?;
    Ok(())
}

fn location(row: &AnyRow) -> sqlx::Result<LocationRef> {
    Ok(LocationRef { id: row.parsed("id")?, name: row.text("name")? })
}

/// All locations by name.
pub async fn list(connection: &mut AnyConnection) -> Result<Vec<LocationRef>> {
    let rows = sqlx::query("select id, name from locations order by name").fetch_all(connection).await?;
    Ok(rows.iter().map(location).collect::<sqlx::Result<_>>()?)
}

/// A location by its id.
pub async fn by_id(connection: &mut AnyConnection, id: LocationId) -> Result<Option<LocationRef>> {
    let row = sqlx::query("select id, name from locations where id = $1")
        .bind(id.to_string())
        .fetch_optional(connection)
        .await?;
    Ok(row.as_ref().map(location).transpose()?)
}
