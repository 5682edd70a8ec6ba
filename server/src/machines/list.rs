//! Which machines a list shows, and in which order.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use shared::id::{HostId, LocationId, ResourceGroupId};
use shared::machine::Machine;
use shared::page::CountedPage;
use shared::sort::{MachineColumn, Sort};
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::Principal;
use crate::error::Result;
use crate::items;
use crate::listing::{Listing, Order, Words};
use crate::machines::store;

/// Whether a machine is under a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum ProtectionFilter {
    /// Under none.
    None,
    /// Under one.
    Protected,
}

/// Whether a machine was there at the last look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum PresenceFilter {
    /// It was.
    Present,
    /// It was there before.
    Missing,
    /// It is there, and cannot be backed up as it is.
    Unusable,
}

/// Which machines a list shows; everything that is given must hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Filter {
    pub(super) words: Words,
    pub(super) protection: Option<ProtectionFilter>,
    pub(super) presence: Option<PresenceFilter>,
    pub(super) host_id: Option<HostId>,
    pub(super) location_id: Option<LocationId>,
    pub(super) resource_group_id: Option<ResourceGroupId>,
    pub(super) sort: Sort<MachineColumn>,
}

/// What is looked through: the machine's name and those of where it stands.
const NAMES: &str =
    "(machines.name_key || ' ' || hosts.name_key || ' ' || lower(locations.name) || ' ' || resource_groups.name_key)";

fn order(sort: Sort<MachineColumn>, now: DateTime<Utc>) -> Order {
    let key = match sort.by {
        MachineColumn::Name => "machines.name_key".to_owned(),
        MachineColumn::Protection => {
            let rank = items::health_rank(now);
            format!("case when items.id is null then '5' else {rank} end || machines.name_key")
        }
        MachineColumn::Host => "hosts.name_key || ' ' || machines.name_key".to_owned(),
        MachineColumn::Location => "lower(locations.name) || ' ' || machines.name_key".to_owned(),
        MachineColumn::ResourceGroup => "resource_groups.name_key || ' ' || machines.name_key".to_owned(),
    };
    Order { key, is_number: false, is_descending: sort.is_descending }
}

/// A page of the machines that the filter lets through and the principal may see.
pub(super) async fn list(
    app: &App,
    principal: &Principal,
    filter: Filter,
    page: (&str, usize),
) -> Result<CountedPage<Machine>> {
    let now = app.clock.now();
    let mut listing = Listing::new(store::TABLES, order(filter.sort, now));
    principal.only_seen(listing.and(), "machines.resource_group_id", "items.vault_id");
    listing.look_for(&filter.words, NAMES);
    listing.only("machines.host_id", filter.host_id);
    listing.only("hosts.location_id", filter.location_id);
    listing.only("machines.resource_group_id", filter.resource_group_id);
    match filter.protection {
        None => {}
        Some(ProtectionFilter::None) => drop(listing.and().push("items.id is null")),
        Some(ProtectionFilter::Protected) => drop(listing.and().push("items.id is not null")),
    }
    if let Some(presence) = filter.presence {
        listing.and().push(match presence {
            PresenceFilter::Present => "machines.missing_since is null and machines.problem is null",
            PresenceFilter::Missing => "machines.missing_since is not null",
            PresenceFilter::Unusable => "machines.missing_since is null and machines.problem is not null",
        });
    }
    let mut connection = app.db.read().await?;
    listing.page(&mut connection, page, |row| Ok(store::row(row, now)?.record.machine)).await
}
