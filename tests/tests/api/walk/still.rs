//! Whether anything has changed: everything that an Owner can read, without what changes by itself.

use serde_json::Value;
use tests::Client;

use super::document::Document;
use super::sides::Side;

/// Fields that change by themselves, or because someone reads.
const MOVING: [&str; 7] =
    ["free_bytes", "capacity_bytes", "last_used_at", "last_seen_at", "expires_at", "looked_at", "now"];

/// A route whose reading is itself noted.
const NOTED: &str = "/vaults/{id}/password";

/// Everything that the Owner can read, of these sides, a line for each route.
pub(crate) async fn everything_readable(owner: &Client, sides: [&Side; 2], document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    for route in document.routes().iter().filter(|route| !route.changes() && route.path != NOTED) {
        for side in sides {
            let path = side.path(route);
            let answer = owner.get(&path).await;
            let body = match serde_json::from_str(&answer.text) {
                Ok(value) => without_moving(value).to_string(),
                Err(_) => answer.text,
            };
            lines.push(format!("{path} {} {body}", answer.status));
        }
    }
    lines
}

fn without_moving(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let still = fields.into_iter().filter(|(name, _)| !MOVING.contains(&name.as_str()));
            Value::Object(still.map(|(name, value)| (name, without_moving(value))).collect())
        }
        Value::Array(values) => Value::Array(values.into_iter().map(without_moving).collect()),
        other => other,
    }
}

/// Both are the same, or the first difference is shown.
#[track_caller]
pub(crate) fn assert_unchanged(before: &[String], after: &[String]) {
    let difference = before.iter().zip(after).find(|(before, after)| before != after);
    assert!(difference.is_none() && before.len() == after.len(), "something has changed: {difference:#?}");
}
