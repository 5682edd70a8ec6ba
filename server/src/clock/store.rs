//! The one row of what is known of the time.

use shared::clock::{ClockDoubt, Reckoning};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::db::{Columns as _, millis};
use crate::error::Result;

/// What was kept last; nothing before the first server.
pub(super) async fn get(connection: &mut AnyConnection) -> Result<Option<Reckoning>> {
    let row = sqlx::query("select expected_at, known_at, found_at from clock").fetch_optional(connection).await?;
    let reckoning = |row: AnyRow| {
        let doubt = row.time_opt("known_at")?.zip(row.time_opt("found_at")?);
        let doubt = doubt.map(|(known_at, found_at)| ClockDoubt::new(known_at, found_at));
        Ok(Reckoning { expected_at: row.time("expected_at")?, doubt })
    };
    row.map(reckoning).transpose()
}

pub(super) async fn put(connection: &mut AnyConnection, new: &Reckoning) -> Result<()> {
    sqlx::query(
        "insert into clock (id, expected_at, known_at, found_at) values (1, $1, $2, $3)
         on conflict (id) do update set expected_at = $1, known_at = $2, found_at = $3",
    )
    .bind(millis(new.expected_at))
    .bind(new.doubt.map(|doubt| millis(doubt.known_at)))
    .bind(new.doubt.map(|doubt| millis(doubt.found_at)))
    .execute(connection)
    .await?;
    Ok(())
}
