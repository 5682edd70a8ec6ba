//! The rows of the activity log.

use chrono::{DateTime, Utc};
use shared::audit::AuditEntry;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::audit::Subject;
use crate::db::{Columns as _, millis};
use crate::error::Result;
use crate::listing::{Id, Tables};

pub(super) const TABLES: Tables = Tables { name: "audit", id: Id::Number, columns: "audit.*", joins: "" };

/// Appends an entry of actor, action and subject.
pub(super) async fn append(
    connection: &mut AnyConnection,
    at: DateTime<Utc>,
    [actor, action]: [&str; 2],
    subject: Subject<'_>,
) -> Result<()> {
    sqlx::query(
        "insert into audit (number, at, actor, action, subject, object_id, words)
         select coalesce(max(number), 0) + 1, $1, $2, $3, $4, $5, $6 from audit",
    )
    .bind(millis(at))
    .bind(actor)
    .bind(action)
    .bind(subject.name)
    .bind(subject.id.map(|id| id.to_string()))
    .bind(format!("{actor} {}", subject.name).to_lowercase())
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) fn entry(row: &AnyRow) -> sqlx::Result<AuditEntry> {
    Ok(AuditEntry {
        number: row.unsigned("number")?,
        at: row.time("at")?,
        actor: row.text("actor")?,
        action: row.text("action")?,
        subject: row.text("subject")?,
        object_id: row.parsed_opt("object_id")?,
    })
}
