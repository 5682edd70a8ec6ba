//! The rows of the activity log.

use chrono::{DateTime, Utc};
use shared::audit::AuditEntry;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::audit::Subject;
use crate::db::{Columns as _, count, millis};
use crate::error::Result;

/// Appends an entry of actor, action and subject.
pub(super) async fn append(
    connection: &mut AnyConnection,
    at: DateTime<Utc>,
    [actor, action]: [&str; 2],
    subject: Subject<'_>,
) -> Result<()> {
    sqlx::query(
        "insert into audit (number, at, actor, action, subject, object_id)
         select coalesce(max(number), 0) + 1, $1, $2, $3, $4, $5 from audit",
    )
    .bind(millis(at))
    .bind(actor)
    .bind(action)
    .bind(subject.name)
    .bind(subject.id.map(|id| id.to_string()))
    .execute(connection)
    .await?;
    Ok(())
}

/// Which entries a list shows; everything that is given must hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Filter {
    /// A part of the actor's or the subject's name, or nothing. Case does not matter in ASCII.
    pub(super) text: String,
    /// The very name of who did it, or nothing.
    pub(super) actor: String,
    /// What was done, or nothing.
    pub(super) action: String,
    /// Not before this time.
    pub(super) since: Option<DateTime<Utc>>,
    /// Before this time.
    pub(super) until: Option<DateTime<Utc>>,
}

/// A part of a name as `like` finds it, with its own signs taken as they are.
fn pattern(text: &str) -> String {
    let mut pattern = "%".to_owned();
    for character in text.to_ascii_lowercase().chars() {
        if matches!(character, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(character);
    }
    pattern + "%"
}

fn entry(row: &AnyRow) -> sqlx::Result<AuditEntry> {
    Ok(AuditEntry {
        number: row.unsigned("number")?,
        at: row.time("at")?,
        actor: row.text("actor")?,
        action: row.text("action")?,
        subject: row.text("subject")?,
        object_id: row.parsed_opt("object_id")?,
    })
}

/// Entries before this number, newest first.
pub(super) async fn list(
    connection: &mut AnyConnection,
    filter: &Filter,
    before: i64,
    limit: usize,
) -> Result<Vec<AuditEntry>> {
    let rows = sqlx::query(
        "select number, at, actor, action, subject, object_id from audit
         where number < $1 and at >= $2 and at < $3
           and ($4 = '' or actor = $4) and ($5 = '' or action = $5)
           and ($6 = '%%' or lower(actor) like $6 escape '!' or lower(subject) like $6 escape '!')
         order by number desc limit $7",
    )
    .bind(before)
    .bind(filter.since.map_or(0, millis))
    .bind(filter.until.map_or(i64::MAX, millis))
    .bind(filter.actor.clone())
    .bind(filter.action.clone())
    .bind(pattern(&filter.text))
    .bind(count(limit))
    .fetch_all(connection)
    .await?;
    Ok(rows.iter().map(entry).collect::<sqlx::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_take_the_signs_of_a_pattern_as_they_are() {
        assert_eq!(pattern("Web_1"), "%web!_1%");
        assert_eq!(pattern("100%!"), "%100!%!!%");
        assert_eq!(pattern(""), "%%");
    }
}
