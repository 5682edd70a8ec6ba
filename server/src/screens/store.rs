//! The rows of screens and pairings.

use chrono::{DateTime, TimeDelta, Utc};
use shared::auth::Scope;
use shared::id::ScreenId;
use shared::screen::{Pairing, Screen};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::auth::{Place, scope, scope_columns};
use crate::db::{Columns as _, millis};
use crate::error::Result;
use crate::listing::{Id, Located, Tables};

/// A revoked screen is told so for so long.
const REVOKED_DAYS: i64 = 30;

/// A pairing with what the screen that waits never sees.
#[derive(Clone, Debug)]
pub(super) struct NewPairing {
    pub(super) pairing: Pairing,
    pub(super) secret_hash: String,
    pub(super) address: String,
    pub(super) browser: String,
}

/// A screen that waits, for the question how many there are.
pub(super) struct Waiting {
    pub(super) address: String,
    pub(super) expires_at: DateTime<Utc>,
}

fn pairing(row: &AnyRow) -> sqlx::Result<NewPairing> {
    Ok(NewPairing {
        pairing: Pairing { code: row.text("code")?, expires_at: row.time("expires_at")? },
        secret_hash: row.text("secret_hash")?,
        address: row.text("address")?,
        browser: row.text("browser")?,
    })
}

pub(super) async fn pairing_by_secret(
    connection: &mut AnyConnection,
    secret_hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<Pairing>> {
    let row = sqlx::query("select * from pairings where secret_hash = $1 and expires_at > $2")
        .bind(secret_hash.to_owned())
        .bind(millis(now))
        .fetch_optional(connection)
        .await?;
    Ok(row.as_ref().map(pairing).transpose()?.map(|found| found.pairing))
}

pub(super) async fn pairing_by_code(
    connection: &mut AnyConnection,
    code: &str,
    now: DateTime<Utc>,
) -> Result<Option<NewPairing>> {
    let row = sqlx::query("select * from pairings where code = $1 and expires_at > $2")
        .bind(code.to_owned())
        .bind(millis(now))
        .fetch_optional(connection)
        .await?;
    Ok(row.as_ref().map(pairing).transpose()?)
}

pub(super) async fn waiting(connection: &mut AnyConnection, now: DateTime<Utc>) -> Result<Vec<Waiting>> {
    let rows = sqlx::query("select address, expires_at from pairings where expires_at > $1")
        .bind(millis(now))
        .fetch_all(connection)
        .await?;
    let waiting = |row: &AnyRow| Ok(Waiting { address: row.text("address")?, expires_at: row.time("expires_at")? });
    Ok(rows.iter().map(waiting).collect::<sqlx::Result<_>>()?)
}

pub(super) async fn insert_pairing(connection: &mut AnyConnection, new: &NewPairing) -> Result<()> {
    sqlx::query("insert into pairings (secret_hash, code, address, browser, expires_at) values ($1, $2, $3, $4, $5)")
        .bind(new.secret_hash.clone())
        .bind(new.pairing.code.clone())
        .bind(new.address.clone())
        .bind(new.browser.clone())
        .bind(millis(new.pairing.expires_at))
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn delete_pairing(connection: &mut AnyConnection, secret_hash: &str) -> Result<bool> {
    let done = sqlx::query("delete from pairings where secret_hash = $1")
        .bind(secret_hash.to_owned())
        .execute(connection)
        .await?;
    Ok(done.rows_affected() > 0)
}

pub(super) async fn delete_pairings_until(connection: &mut AnyConnection, now: DateTime<Utc>) -> Result<()> {
    sqlx::query("delete from pairings where expires_at <= $1").bind(millis(now)).execute(connection).await?;
    Ok(())
}

pub(super) const TABLES: Tables = Tables {
    name: "screens",
    id: Id::Uuid,
    columns: "screens.*, vaults.name as vault_name, vaults.resource_group_id as vault_group, resource_groups.name as group_name",
    joins: "left join vaults on screens.scope = 'vault' and vaults.id = screens.scope_id
        left join resource_groups on screens.scope = 'resource_group' and resource_groups.id = screens.scope_id",
};

pub(super) fn screen(row: &AnyRow) -> sqlx::Result<Located<Screen>> {
    let scope = scope(row)?;
    let (place, scope_name) = match scope {
        Scope::Everything => (Place::default(), None),
        Scope::ResourceGroup(id) => (Place::group(id), row.text_opt("group_name")?),
        Scope::Vault(id) => {
            let group = row.parsed_opt("vault_group")?;
            (Place { resource_group: group, vault: Some(id) }, row.text_opt("vault_name")?)
        }
    };
    let record = Screen {
        id: row.parsed("id")?,
        name: row.text("name")?,
        scope,
        scope_name,
        address: row.text("address")?,
        browser: row.text("browser")?,
        paired_by: row.text("paired_by")?,
        paired_at: row.time("paired_at")?,
        last_seen_at: row.time_opt("last_seen_at")?,
    };
    Ok(Located { record, place })
}

pub(super) async fn by_id(connection: &mut AnyConnection, id: ScreenId) -> Result<Option<Located<Screen>>> {
    let select = format!("{} where screens.id = $1 and screens.revoked_at is null", TABLES.select());
    let row = sqlx::query(sqlx::AssertSqlSafe(select)).bind(id.to_string()).fetch_optional(connection).await?;
    Ok(row.as_ref().map(screen).transpose()?)
}

/// The screen of a secret, and since when it is revoked.
pub(super) async fn by_secret(
    connection: &mut AnyConnection,
    secret_hash: &str,
) -> Result<Option<(Screen, Option<DateTime<Utc>>)>> {
    let row = sqlx::query(sqlx::AssertSqlSafe(format!("{} where screens.secret_hash = $1", TABLES.select())))
        .bind(secret_hash.to_owned())
        .fetch_optional(connection)
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some((screen(&row)?.record, row.time_opt("revoked_at")?)))
}

pub(super) async fn insert(connection: &mut AnyConnection, screen: &Screen, secret_hash: &str) -> Result<()> {
    sqlx::query("delete from screens where revoked_at <= $1")
        .bind(millis(screen.paired_at - TimeDelta::days(REVOKED_DAYS)))
        .execute(&mut *connection)
        .await?;
    let (scope, scope_id) = scope_columns(screen.scope);
    sqlx::query(
        "insert into screens (id, name, name_key, secret_hash, scope, scope_id, address, browser, paired_by, paired_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(screen.id.to_string())
    .bind(screen.name.clone())
    .bind(screen.name.to_lowercase())
    .bind(secret_hash.to_owned())
    .bind(scope)
    .bind(scope_id)
    .bind(screen.address.clone())
    .bind(screen.browser.clone())
    .bind(screen.paired_by.clone())
    .bind(millis(screen.paired_at))
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn touch(connection: &mut AnyConnection, id: ScreenId, at: DateTime<Utc>) -> Result<()> {
    sqlx::query("update screens set last_seen_at = $2 where id = $1")
        .bind(id.to_string())
        .bind(millis(at))
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn revoke(connection: &mut AnyConnection, id: ScreenId, at: DateTime<Utc>) -> Result<()> {
    sqlx::query("update screens set revoked_at = $2 where id = $1")
        .bind(id.to_string())
        .bind(millis(at))
        .execute(connection)
        .await?;
    Ok(())
}
