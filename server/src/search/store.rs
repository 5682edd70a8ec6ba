//! Names in the tables.

use shared::search::{Hit, HitKind, JobHit};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use super::words::Words;
use crate::auth::Principal;
use crate::db::{Columns as _, Statement, count};
use crate::error::Result;

/// The most that is shown of a kind.
const SHOWN: usize = 5;

/// Every thing of a kind: its id, its name, what it belongs to, and where it stands.
const fn all(kind: HitKind) -> &'static str {
    match kind {
        HitKind::Machine => {
            "select machines.id, machines.name, hosts.name as within_name, machines.resource_group_id, items.vault_id
             from machines join hosts on hosts.id = machines.host_id left join items on items.machine_id = machines.id"
        }
        HitKind::Vault => {
            "select vaults.id, vaults.name, locations.name as within_name, vaults.resource_group_id, vaults.id as vault_id
             from vaults join locations on locations.id = vaults.location_id"
        }
        HitKind::Item => {
            "select items.id, machines.name, vaults.name as within_name, vaults.resource_group_id, items.vault_id
             from items join machines on machines.id = items.machine_id join vaults on vaults.id = items.vault_id"
        }
        HitKind::Policy => {
            "select policies.id, policies.name, vaults.name as within_name, vaults.resource_group_id, policies.vault_id
             from policies join vaults on vaults.id = policies.vault_id"
        }
        HitKind::Host => {
            "select hosts.id, hosts.name, locations.name as within_name, hosts.resource_group_id, null as vault_id
             from hosts join locations on locations.id = hosts.location_id"
        }
        HitKind::ResourceGroup => {
            "select id, name, '' as within_name, id as resource_group_id, null as vault_id from resource_groups"
        }
        // There may be a million: only the newest are looked at, by their index.
        HitKind::Job => {
            "select jobs.id, jobs.subject as name, coalesce(vaults.name, '') as within_name, jobs.vault_id,
                    coalesce(vaults.resource_group_id, jobs.resource_group_id) as resource_group_id,
                    jobs.kind, jobs.status, jobs.created_at
             from (select * from jobs order by created_at desc, id desc limit 1000) jobs
             left join vaults on vaults.id = jobs.vault_id"
        }
    }
}

fn hit(kind: HitKind, row: &AnyRow) -> sqlx::Result<Hit> {
    let job = match kind {
        HitKind::Job => {
            Some(JobHit { kind: row.word("kind")?, status: row.word("status")?, created_at: row.time("created_at")? })
        }
        _ => None,
    };
    Ok(Hit { kind, id: row.parsed("id")?, name: row.text("name")?, within: row.text("within_name")?, job })
}

/// The first few of a kind that the principal may see and whose names hold the words; those that begin with them come first, and the newest of
/// jobs.
pub(super) async fn find(
    connection: &mut AnyConnection,
    kind: HitKind,
    (words, principal): (&Words, &Principal),
) -> Result<Vec<Hit>> {
    let order = if kind == HitKind::Job { "created_at desc, id desc" } else { "lower(name), id" };
    let mut found = Statement::default();
    found.push("select * from (").push(all(kind)).push(") found where (lower(name) like ");
    found.text(&words.anywhere).push(" escape '!' or name like ").text(&words.as_typed).push(" escape '!') and ");
    principal.only_seen(&mut found, "resource_group_id", "vault_id");
    found.push(" order by case when lower(name) like ").text(&words.beginning).push(" escape '!' then 0 else 1 end, ");
    found.push(order).push(" limit ").number(count(SHOWN));
    let rows = found.fetch_all(connection).await?;
    Ok(rows.iter().map(|row| hit(kind, row)).collect::<sqlx::Result<_>>()?)
}
