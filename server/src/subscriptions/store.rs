//! The rows of subscriptions.

use shared::id::SubscriptionId;
use shared::subscription::Subscription;
use sqlx::AnyConnection;

use crate::db::Columns as _;
use crate::error::Result;

pub(super) async fn insert(connection: &mut AnyConnection, new: &Subscription) -> sqlx::Result<()> {
    sqlx::query("insert into subscriptions (id, name, name_key) values ($1, $2, $3)")
        .bind(new.id.to_string())
        .bind(new.name.clone())
        .bind(new.name.to_lowercase())
        .execute(connection)
        .await?;
    Ok(())
}

/// All subscriptions, oldest first.
pub(super) async fn list(connection: &mut AnyConnection) -> Result<Vec<Subscription>> {
    let rows = sqlx::query("select id, name from subscriptions order by id").fetch_all(connection).await?;
    let subscription = |row: sqlx::any::AnyRow| Ok(Subscription { id: row.parsed("id")?, name: row.text("name")? });
    rows.into_iter().map(subscription).collect()
}

/// Whether there is such a subscription.
pub async fn exists(connection: &mut AnyConnection, id: SubscriptionId) -> Result<bool> {
    let row = sqlx::query("select id from subscriptions where id = $1").bind(id.to_string()).fetch_optional(connection);
    Ok(row.await?.is_some())
}
