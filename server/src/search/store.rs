//! Names in the tables.

use shared::id::{ResourceGroupId, VaultId};
use shared::search::{Hit, HitKind, JobHit};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use super::words::Words;
use crate::auth::{Place, Reach};
use crate::db::{Columns as _, count};
use crate::error::Result;
use crate::listing::Located;

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

fn hit(kind: HitKind, row: &AnyRow) -> sqlx::Result<Located<Hit>> {
    let job = match kind {
        HitKind::Job => {
            Some(JobHit { kind: row.word("kind")?, status: row.word("status")?, created_at: row.time("created_at")? })
        }
        _ => None,
    };
    let place = Place {
        resource_group: row.parsed_opt::<ResourceGroupId>("resource_group_id")?,
        vault: row.parsed_opt::<VaultId>("vault_id")?,
    };
    let record = Hit { kind, id: row.parsed("id")?, name: row.text("name")?, within: row.text("within_name")?, job };
    Ok(Located { record, place })
}

/// The first few of a kind within reach whose names hold the words; those that begin with them come first, and the newest of jobs.
pub(super) async fn find(
    connection: &mut AnyConnection,
    kind: HitKind,
    (words, reach): (&Words, &Reach),
) -> Result<Vec<Located<Hit>>> {
    let order = if kind == HitKind::Job { "created_at desc, id desc" } else { "lower(name), id" };
    let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
        "select * from ({}) found
         where (lower(name) like $1 escape '!' or name like $2 escape '!')
           and ($3 = '*' or $3 like '%' || resource_group_id || '%' or $3 like '%' || vault_id || '%')
         order by case when lower(name) like $4 escape '!' then 0 else 1 end, {order} limit $5",
        all(kind)
    )))
    .bind(words.anywhere.clone())
    .bind(words.as_typed.clone())
    .bind(within(reach))
    .bind(words.beginning.clone())
    .bind(count(SHOWN))
    .fetch_all(connection)
    .await?;
    Ok(rows.iter().map(|row| hit(kind, row)).collect::<sqlx::Result<_>>()?)
}

/// The reach as one text: a star for everything, or every id that a grant is on.
fn within(reach: &Reach) -> String {
    match reach {
        Reach::Everything => "*".to_owned(),
        Reach::Parts(ids) => ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
    }
}
