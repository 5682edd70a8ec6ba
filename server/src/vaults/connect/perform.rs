//! Making the rows of a vault that there is, in one transaction: all of them, or none.

use std::collections::HashMap;

use shared::audit::Action;
use shared::connect::ConnectVault;
use shared::event::Topic;
use shared::id::{HostId, LocationId, PolicyId, ResourceGroupId, VaultId};
use shared::maintenance::Verdict;
use shared::name::{HostName, VaultName};
use shared::policy::Policy;
use shared::problem::{Code, FieldReason, Problem};
use shared::recovery_point::RecoveryPoint;
use shared::resource_group::ResourceGroup;

use crate::app::App;
use crate::auth::Principal;
use crate::catalogue::{HostEntry, ItemEntry, PointEntry};
use crate::compute::Found;
use crate::db::{Tx, is_unique_violation};
use crate::error::{Result, invalid, taken, unknown};
use crate::vaults::connect::look::{self, look};
use crate::vaults::connect::plan::Plan;
use crate::vaults::{Row, place, store};
use crate::{audit, hosts, items, machines, policies, recovery_points, resource_groups};

/// Connects the vault: its policies, items and points become known here. The items' protection is stopped until someone resumes it. Machines
/// that are known here, or that turn up on their host, are the items' own; the others are missing.
pub async fn connect(app: &App, principal: &Principal, request: ConnectVault) -> Result<Row> {
    principal.on_everything()?;
    let (location, storage) = look::place(&mut *app.db.read().await?, app, request.location_id).await?;
    let in_storage = storage.below(request.folder.as_str()).to_string();
    let looked = look(app, (&location, storage), request.folder.clone(), request.password.clone()).await?;
    let plan = Plan::of(&looked);
    let mut tx = app.db.begin().await?;
    refuse_known(&mut tx, app, &plan, &in_storage).await?;
    let group = group(&mut tx, &plan, request.resource_group_id).await?;
    let name = name(&plan, request.name)?;
    let new = store::NewVault {
        id: plan.vault_id,
        name: name.as_str(),
        subscription_id: group.subscription_id,
        resource_group_id: group.id,
        location_id: location.id,
        redundancy: plan.redundancy,
        sealed_password: &app.master_key.seal(plan.vault_id.uuid(), &request.password)?,
        created_at: plan.created_at.unwrap_or_else(|| app.clock.now()),
    };
    match store::insert(&mut tx, &new).await {
        Err(e) if is_unique_violation(&e) => return Err(taken("name")),
        other => other?,
    }
    store::set_connected(&mut tx, plan.vault_id, request.folder.as_str(), app.clock.now()).await?;
    let hosts = Making { app, vault_id: plan.vault_id, place: (location.id, group.id) }.items(&mut tx, &plan).await?;
    let subject = (name.as_str(), plan.vault_id.uuid());
    audit::record(&mut tx, &app.clock, &principal.name, Action::VaultConnect, subject).await?;
    let row = store::by_id(&mut tx, plan.vault_id).await?.ok_or(Code::NotFound)?;
    tx.commit().await?;
    app.repositories.keep(plan.vault_id, looked.repository).await;
    announce(app, &hosts).await;
    Ok(row)
}

/// A vault is connected once, whatever its folder is called: two of one id, or two over one folder, would be one.
async fn refuse_known(tx: &mut Tx, app: &App, plan: &Plan, in_storage: &str) -> Result<()> {
    let known = store::list(tx, (String::new(), usize::MAX)).await?;
    let lies_there = |row: &Row| place(app, row).is_ok_and(|place| place.to_string() == in_storage);
    let same = known.iter().map(|row| &row.record).find(|row| row.id == plan.vault_id || lies_there(row));
    if let Some(row) = same {
        return Err(Problem::new(Code::VaultAlreadyConnected).because(format!("It is {}.", row.name)).into());
    }
    // One point of each item is enough to know a copy by.
    for point in plan.items.iter().filter_map(|item| item.points.first()) {
        if recovery_points::is_known(tx, point.id, &point.snapshot).await? {
            return Err(Problem::new(Code::VaultAlreadyConnected).because("It holds points of another vault.").into());
        }
    }
    Ok(())
}

/// The group that was asked for, or the one that has the name of the group that the vault was in.
async fn group(tx: &mut Tx, plan: &Plan, asked: Option<ResourceGroupId>) -> Result<ResourceGroup> {
    if let Some(id) = asked {
        return resource_groups::by_id(tx, id).await?.ok_or_else(|| unknown("resource_group_id"));
    }
    let named = match &plan.resource_group {
        Some(name) => resource_groups::by_name(tx, name).await?,
        None => None,
    };
    named.ok_or_else(|| invalid("resource_group_id", FieldReason::Required))
}

/// What the vault is to be called. What a vault says of itself follows the rule of names, or is not taken.
fn name(plan: &Plan, asked: Option<VaultName>) -> Result<VaultName> {
    let own = plan.name.clone().and_then(|name| VaultName::new(name).ok());
    asked.or(own).ok_or_else(|| invalid("name", FieldReason::Required))
}

/// Tells the streams, and looks at the hosts: the machines that are there are not missing.
async fn announce(app: &App, hosts: &[HostId]) {
    for topic in [Topic::Vaults, Topic::Items, Topic::Machines, Topic::Hosts, Topic::RecoveryPoints] {
        app.events.changed(topic, None);
    }
    for host in hosts {
        if let Err(error) = hosts::discover(app, *host).await {
            tracing::warn!(%host, "the host of a connected vault could not be looked at: {}", error.cause());
        }
    }
}

/// What every row of the vault is made with.
struct Making<'a> {
    app: &'a App,
    vault_id: VaultId,
    place: (LocationId, ResourceGroupId),
}

impl Making<'_> {
    /// Makes policies, hosts, machines, items and points. Answers the hosts.
    async fn items(&self, tx: &mut Tx, plan: &Plan) -> Result<Vec<HostId>> {
        let policies = self.policies(tx, plan).await?;
        let first = policies::of_vault(tx, self.vault_id).await?.into_iter().next().ok_or(Code::Internal)?.id;
        let mut made = Vec::new();
        for item in &plan.items {
            let host = hosts::ensure(tx, self.host(&item.machine.host), self.place).await?;
            let policy = policies.get(&item.policy_id).copied().unwrap_or(first);
            self.item(tx, item, (host, policy)).await?;
            if !made.contains(&host) {
                made.push(host);
            }
        }
        Ok(made)
    }

    /// A host whose folder nobody knows any more gets a place that is none: it cannot be reached, and says so.
    fn host(&self, host: &HostEntry) -> (String, String) {
        let name = if HostName::new(host.name.as_str()).is_ok() { host.name.as_str() } else { "unknown" };
        let folder =
            if host.folder.is_empty() { format!("vault:{}/{}", self.vault_id, host.name) } else { host.folder.clone() };
        (name.to_owned(), folder)
    }

    async fn policies(&self, tx: &mut Tx, plan: &Plan) -> Result<HashMap<PolicyId, PolicyId>> {
        if plan.policies.is_empty() {
            policies::add_default(tx, self.app, self.vault_id).await?;
        }
        let mut made = HashMap::new();
        for entry in &plan.policies {
            let policy = Policy {
                id: entry.id,
                vault_id: self.vault_id,
                name: entry.name.clone(),
                schedule: entry.schedule,
                retention: entry.retention,
                time_zone: entry.time_zone.clone(),
                items: 0,
            };
            made.insert(entry.id, policies::add(tx, policy).await?);
        }
        Ok(made)
    }

    async fn item(&self, tx: &mut Tx, item: &ItemEntry, (host, policy): (HostId, PolicyId)) -> Result<()> {
        let now = self.app.clock.now();
        let remembered = Found {
            uuid: Some(item.machine.id.uuid()),
            identity: item.machine.identity.clone(),
            place: item.machine.place.clone(),
            name: item.machine.name.clone(),
            disks: item.machine.disks.clone(),
            problem: None,
        };
        let machine = machines::adopt(tx, (item.machine.id, &remembered), (host, self.place.1), now).await?;
        let stopped = items::Stopped {
            id: item.id,
            machine_id: machine,
            vault_id: self.vault_id,
            policy_id: policy,
            created_at: item.created_at,
            stopped_at: item.stopped_at.unwrap_or(now),
            newest_point_at: item.points.last().map(|point| point.taken_at),
        };
        let id = items::add_stopped(tx, stopped).await?;
        for point in &item.points {
            recovery_points::publish(tx, &self.point(point, id)).await?;
        }
        if !item.points.is_empty() {
            resource_groups::collect(tx, id).await?;
        }
        Ok(())
    }

    fn point(&self, point: &PointEntry, item_id: shared::id::ItemId) -> RecoveryPoint {
        RecoveryPoint {
            id: point.id,
            item_id,
            vault_id: self.vault_id,
            job_id: Some(point.job_id),
            taken_at: point.taken_at,
            consistency: point.consistency,
            disks: point.disks.clone(),
            read_bytes: point.read_bytes,
            new_bytes: point.new_bytes,
            stored_bytes: point.stored_bytes,
            downgrades: Vec::new(),
            expires_at: point.expires_at,
            on_hold: true,
            validated_at: point.validated_at,
            // What another server's verifications found does not count here.
            verdict: Verdict::NotVerified,
            snapshot: point.snapshot.clone(),
        }
    }
}
