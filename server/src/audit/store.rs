//! The rows of the activity log.

use chrono::{DateTime, Utc};
use shared::audit::AuditEntry;
use sqlx::AnyConnection;

use crate::db::{Columns as _, count, millis};
use crate::error::Result;

/// Appends an entry of actor, action and subject.
pub(super) async fn append(connection: &mut AnyConnection, at: DateTime<Utc>, words: [&str; 3]) -> Result<()> {
    let [actor, action, subject] = words;
    sqlx::query(
        "insert into audit (number, at, actor, action, subject)
         select coalesce(max(number), 0) + 1, $1, $2, $3, $4 from audit",
    )
    .bind(millis(at))
    .bind(actor)
    .bind(action)
    .bind(subject)
    .execute(connection)
    .await?;
    Ok(())
}

/// Entries before this number, newest first.
pub async fn list(connection: &mut AnyConnection, before: i64, limit: usize) -> Result<Vec<AuditEntry>> {
    let rows = sqlx::query(
        "select number, at, actor, action, subject from audit where number < $1 order by number desc limit $2",
    )
    .bind(before)
    .bind(count(limit))
    .fetch_all(connection)
    .await?;
    let entry = |row: sqlx::any::AnyRow| {
        Ok(AuditEntry {
            number: row.unsigned("number")?,
            at: row.time("at")?,
            actor: row.text("actor")?,
            action: row.text("action")?,
            subject: row.text("subject")?,
        })
    };
    rows.into_iter().map(entry).collect()
}
