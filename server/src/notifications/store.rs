//! The rows behind the bell.

use chrono::{DateTime, Utc};
use shared::id::UserId;
use shared::notification::Notification;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::auth::Place;
use crate::db::{Columns as _, millis};
use crate::error::Result;
use crate::listing::{Id, Tables};

pub(super) const TABLES: Tables = Tables { name: "notifications", id: Id::Uuid, columns: "notifications.*", joins: "" };

pub(super) async fn insert(connection: &mut AnyConnection, entry: &Notification, place: Place) -> Result<()> {
    sqlx::query(
        "insert into notifications (id, at, happening, severity, subject, link, vault_id, resource_group_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(entry.id.to_string())
    .bind(millis(entry.at))
    .bind(serde_json::to_string(&entry.happening)?)
    .bind(entry.happening.severity().as_str())
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

/// An entry; one from before `seen_at` is marked as seen.
pub(super) fn notification(row: &AnyRow, seen_at: DateTime<Utc>) -> sqlx::Result<Notification> {
    let at = row.time("at")?;
    Ok(Notification {
        id: row.parsed("id")?,
        at,
        happening: row.json("happening")?,
        subject: row.text("subject")?,
        link: row.json("link")?,
        seen: at <= seen_at,
    })
}
