//! The rows behind the bell.

use chrono::{DateTime, Utc};
use shared::id::UserId;
use shared::notification::Notification;
use sqlx::AnyConnection;

use crate::auth::Place;
use crate::db::{Columns as _, count, millis};
use crate::error::Result;
use crate::listing::Located;

pub(super) async fn insert(connection: &mut AnyConnection, entry: &Notification, place: Place) -> Result<()> {
    sqlx::query(
        "insert into notifications (id, at, happening, subject, link, vault_id, resource_group_id) values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(entry.id.to_string())
    .bind(millis(entry.at))
    .bind(serde_json::to_string(&entry.happening)?)
    .bind(entry.subject.clone())
    .bind(serde_json::to_string(&entry.link)?)
    .bind(place.vault.map(|id| id.to_string()))
    .bind(place.resource_group.map(|id| id.to_string()))
    .execute(connection)
    .await?;
    Ok(())
}

/// When the user last looked.
pub(super) async fn seen_at(connection: &mut AnyConnection, user: UserId) -> Result<DateTime<Utc>> {
    let row = sqlx::query("select notifications_seen_at from users where id = $1")
        .bind(user.to_string())
        .fetch_one(connection)
        .await?;
    Ok(row.time("notifications_seen_at")?)
}

pub(super) async fn set_seen_at(connection: &mut AnyConnection, user: UserId, at: DateTime<Utc>) -> Result<()> {
    sqlx::query("update users set notifications_seen_at = $2 where id = $1")
        .bind(user.to_string())
        .bind(millis(at))
        .execute(connection)
        .await?;
    Ok(())
}

/// Entries behind this one, newest first; those before `seen_at` are marked as seen.
pub(super) async fn list(
    connection: &mut AnyConnection,
    seen_at: DateTime<Utc>,
    (after, limit): (String, usize),
) -> Result<Vec<Located<Notification>>> {
    let rows = sqlx::query(
        "select * from notifications
         where $1 = '' or (at, id) < (select at, id from notifications where id = $1)
         order by at desc, id desc limit $2",
    )
    .bind(after)
    .bind(count(limit))
    .fetch_all(connection)
    .await?;
    let entry = |row: sqlx::any::AnyRow| {
        let at = row.time("at")?;
        let record = Notification {
            id: row.parsed("id")?,
            at,
            happening: row.json("happening")?,
            subject: row.text("subject")?,
            link: row.json("link")?,
            seen: at <= seen_at,
        };
        let place = Place { vault: row.parsed_opt("vault_id")?, resource_group: row.parsed_opt("resource_group_id")? };
        Ok(Located { record, place })
    };
    rows.into_iter().map(entry).collect()
}
