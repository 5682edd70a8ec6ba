//! `/vaults/{id}/protectable-machines`, `/vaults/{id}/items`, and a vault that is made for a machine.

use serde_json::json;
use shared::audit::AuditEntry;
use shared::auth::Role;
use shared::id::{MachineId, VaultId};
use shared::item::{Item, ProtectMachines, ProtectedMachines, ProtectionOutcome};
use shared::job::{Job, JobKind, JobState};
use shared::machine::{EnableBackupInNewVault, LeftOut, ProtectableMachines};
use shared::name::{NameRefused, VaultName};
use shared::notification::{Happening, Notification};
use shared::problem::{Code, FieldReason};
use shared::resource_group::ResourceGroup;
use shared::vault::{NewVault, Redundancy, Vault, VaultState};
use tests::{Client, Cofre, Place, SOUTH, content, everything, images, on_group, on_vault};
use uuid::Uuid;

/// A server with a vault and machines in the first location, and a machine in the other.
async fn ready() -> (Cofre, Client, Vault) {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    for (seed, name) in ["app-1", "app-2", "db-1"].into_iter().enumerate() {
        images::raw(&cofre.place.images().join(format!("north/{name}.raw")), &content::disk(seed as u64));
    }
    images::raw(&cofre.place.images().join("south/far.raw"), b"1");
    owner.add_host("rack", &cofre.place.images().join("north")).await;
    let mut far = serde_json::to_value(owner.new_host("far", &cofre.place.images().join("south")).await).unwrap();
    far["location_id"] = json!(owner.location(SOUTH).await.id);
    owner.post("/hosts", &far).await.is(201);
    let vault = owner.add_vault("prod").await;
    (cofre, owner, vault)
}

async fn protectable(client: &Client, vault: VaultId, query: &str) -> (Vec<String>, LeftOut) {
    let shown: ProtectableMachines = client.show(&format!("/vaults/{vault}/protectable-machines{query}")).await;
    (shown.items.into_iter().map(|machine| machine.name).collect(), shown.left_out)
}

async fn request(owner: &Client, vault: VaultId, names: &[&str]) -> ProtectMachines {
    let mut machine_ids = Vec::new();
    for name in names {
        machine_ids.push(owner.machine(name).await.id);
    }
    ProtectMachines { policy_id: owner.default_policy(vault).await.id, machine_ids }
}

async fn protect(client: &Client, vault: VaultId, request: &ProtectMachines) -> Vec<ProtectionOutcome> {
    let answer = client.post(&format!("/vaults/{vault}/items"), request).await;
    answer.body::<ProtectedMachines>(200).outcomes
}

/// Why each machine was refused; nothing for those that were enabled.
fn codes(outcomes: &[ProtectionOutcome]) -> Vec<Option<Code>> {
    let code = |outcome: &ProtectionOutcome| match outcome {
        ProtectionOutcome::Enabled { .. } => None,
        ProtectionOutcome::Refused { problem, .. } => Some(problem.code),
    };
    outcomes.iter().map(code).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn should_offer_the_machines_of_the_location_that_nobody_protects() {
    let (_cofre, owner, vault) = ready().await;
    let other = owner.add_vault("other").await;
    owner.protect("db-1", other.id).await;
    let left_out = LeftOut { protected: 1, elsewhere: 1 };
    let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(protectable(&owner, vault.id, "").await, (names(&["app-1", "app-2"]), left_out));
    assert_eq!(protectable(&owner, vault.id, "?name=APP-2").await, (names(&["app-2"]), left_out));
    let group = owner.group().await.id;
    assert_eq!(protectable(&owner, vault.id, &format!("?resource_group_id={group}")).await.0.len(), 2);
    assert!(protectable(&owner, vault.id, &format!("?resource_group_id={}", Uuid::nil())).await.0.is_empty());
    let south = owner.add_vault_in("south", SOUTH).await;
    assert_eq!(protectable(&owner, south.id, "").await, (names(&["far"]), LeftOut { protected: 0, elsewhere: 3 }));
    let first: ProtectableMachines = owner.show(&format!("/vaults/{}/protectable-machines?limit=1", vault.id)).await;
    let second = format!("/vaults/{}/protectable-machines?limit=1&after={}", vault.id, first.next.unwrap());
    let second: ProtectableMachines = owner.show(&second).await;
    assert_eq!([&first.items[0].name, &second.items[0].name], ["app-1", "app-2"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_protect_many_machines_at_once() {
    let (_cofre, owner, vault) = ready().await;
    let request = request(&owner, vault.id, &["db-1", "app-1"]).await;
    let outcomes = protect(&owner, vault.id, &request).await;
    let ids = |id: MachineId, item: &Item| (id, item.machine.id, item.vault.id, item.policy.id);
    for (outcome, id) in outcomes.iter().zip(&request.machine_ids) {
        let ProtectionOutcome::Enabled { machine_id, item } = outcome else { panic!("{outcome:?}") };
        assert_eq!(ids(*machine_id, item), (*id, *id, vault.id, request.policy_id));
        assert_eq!(&owner.item(item.id).await, item.as_ref());
    }
    assert_eq!(outcomes.len(), 2);
    assert_eq!(owner.vault(vault.id).await.items.pending, 2);
    let told: Vec<Notification> = owner.list("/notifications").await;
    assert!(told[..2].iter().all(|one| one.happening == Happening::BackupEnabled), "{told:?}");
    let log: Vec<AuditEntry> = owner.list("/audit").await;
    let done: Vec<_> = log.iter().take(2).map(|entry| (entry.action.as_str(), entry.subject.as_str())).collect();
    assert_eq!(done, [("item.enable_backup", "app-1"), ("item.enable_backup", "db-1")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_protect_those_that_can_be_and_say_of_the_others_why_not() {
    let (_cofre, owner, vault) = ready().await;
    owner.protect("db-1", owner.add_vault("other").await.id).await;
    let mut request = request(&owner, vault.id, &["db-1", "far", "app-1", "app-1"]).await;
    request.machine_ids.insert(0, MachineId::new(Uuid::nil()));
    let outcomes = protect(&owner, vault.id, &request).await;
    let wanted = [Some(Code::NotFound), Some(Code::AlreadyProtected), Some(Code::RegionMismatch), None];
    assert_eq!(codes(&outcomes), wanted);
    assert_eq!(owner.machine("far").await.protection, None);
    let items: Vec<Item> = owner.list(&format!("/items?vault_id={}", vault.id)).await;
    assert_eq!(items.iter().map(|item| item.machine.name.as_str()).collect::<Vec<_>>(), ["app-1"]);
    assert_eq!(codes(&protect(&owner, vault.id, &request).await)[3], Some(Code::AlreadyProtected));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_the_whole_request_where_the_vault_can_take_none() {
    let (_cofre, owner, vault) = ready().await;
    let route = format!("/vaults/{}/items", vault.id);
    let good = request(&owner, vault.id, &["app-1"]).await;
    let none = ProtectMachines { machine_ids: Vec::new(), ..good.clone() };
    owner.post(&route, &none).await.field(Code::InvalidInput, "machine_ids", FieldReason::Required);
    let many = ProtectMachines { machine_ids: vec![good.machine_ids[0]; 501], ..good.clone() };
    owner.post(&route, &many).await.field(Code::InvalidInput, "machine_ids", FieldReason::Refused);
    let other = owner.add_vault("other").await;
    let foreign = ProtectMachines { policy_id: owner.default_policy(other.id).await.id, ..good.clone() };
    owner.post(&route, &foreign).await.field(Code::PolicyMismatch, "policy_id", FieldReason::Refused);
    owner.post(&format!("/vaults/{}/items", Uuid::nil()), &good).await.problem(Code::NotFound);
    assert!(owner.list::<Item>("/items").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_a_vault_that_is_not_ready_for_many() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let job: Job = owner.post("/vaults", &owner.new_vault("prod", tests::NORTH).await).await.body(202);
    let vault = job.vault.unwrap().id;
    let policy_id = owner.default_policy(vault).await.id;
    let request = ProtectMachines { policy_id, machine_ids: vec![MachineId::new(Uuid::nil())] };
    owner.post(&format!("/vaults/{vault}/items"), &request).await.problem(Code::VaultNotReady);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_offer_and_protect_only_what_lies_in_scope() {
    let (_cofre, owner, vault) = ready().await;
    let lab = json!({"name": "lab", "subscription_id": owner.group().await.subscription_id});
    let lab: ResourceGroup = owner.post("/resource-groups", &lab).await.body(201);
    let route = format!("/vaults/{}/items", vault.id);
    let request = request(&owner, vault.id, &["app-1"]).await;
    // Whoever has the vault alone sees none of the machines that it could take.
    let of_vault = owner.add_token(on_vault(Role::BackupOperator, vault.id)).await;
    assert_eq!(protectable(&of_vault, vault.id, "").await, (Vec::new(), LeftOut::default()));
    assert_eq!(codes(&protect(&of_vault, vault.id, &request).await), [Some(Code::NotFound)]);
    let outsider = owner.add_token(on_group(Role::Owner, lab.id)).await;
    outsider.post(&route, &request).await.problem(Code::NotFound);
    outsider.get(&format!("/vaults/{}/protectable-machines", vault.id)).await.problem(Code::NotFound);
    let group = owner.group().await.id;
    let reader = owner.add_token(on_group(Role::BackupReader, group)).await;
    assert_eq!(protectable(&reader, vault.id, "").await.0.len(), 3);
    reader.post(&route, &request).await.problem(Code::Forbidden);
    assert!(owner.list::<Item>("/items").await.is_empty());
    let operator = owner.add_token(on_group(Role::BackupOperator, group)).await;
    assert_eq!(codes(&protect(&operator, vault.id, &request).await), [None]);
}

fn new_vault(name: &str) -> EnableBackupInNewVault {
    let name = VaultName::new(name).expect("a vault's name");
    EnableBackupInNewVault { new_vault: NewVault { name, redundancy: Redundancy::LocallyRedundant } }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_protect_a_machine_by_a_vault_that_is_made_for_it() {
    let (_cofre, owner, _) = ready().await;
    let machine = owner.machine("far").await;
    let route = format!("/machines/{}/protection", machine.id);
    let job: Job = owner.post(&route, &new_vault("for-far")).await.body(202);
    assert_eq!((job.kind, job.subject.as_str()), (JobKind::CreateVault, "for-far"));
    owner.completed(job.id).await;
    let vault = owner.vault(job.vault.unwrap().id).await;
    assert_eq!((vault.location, vault.resource_group), (machine.location, machine.resource_group));
    assert_eq!((vault.state, vault.redundancy), (VaultState::Ready, Redundancy::LocallyRedundant));
    let protection = owner.machine("far").await.protection.expect("the vault protects it");
    let item = owner.item(protection.item_id).await;
    assert_eq!((item.vault.id, item.policy.id), (vault.id, owner.default_policy(vault.id).await.id));
    let log: Vec<AuditEntry> = owner.list("/audit").await;
    let done: Vec<_> = log.iter().take(2).map(|one| (one.action.as_str(), one.subject.as_str())).collect();
    assert_eq!(done, [("item.enable_backup", "far"), ("vault.create", "for-far")]);
    owner.post(&route, &new_vault("another")).await.problem(Code::AlreadyProtected);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_say_of_a_new_vault_what_is_refused_and_make_none() {
    let (_cofre, owner, vault) = ready().await;
    let route = format!("/machines/{}/protection", owner.machine("app-1").await.id);
    let taken = owner.post(&route, &new_vault("PROD")).await;
    taken.field(Code::NameTaken, "new_vault.name", FieldReason::Taken);
    let bad = owner.post(&route, &json!({"new_vault": {"name": "1-bad"}})).await;
    let refused = NameRefused::MustStartWithLetter;
    bad.field(Code::InvalidInput, "new_vault.name", FieldReason::Name { refused });
    let both = json!({"new_vault": {"name": "more"}, "vault_id": vault.id, "policy_id": Uuid::nil()});
    owner.post(&route, &both).await.problem(Code::InvalidInput);
    let operator = owner.add_token(everything(Role::BackupOperator)).await;
    operator.post(&route, &new_vault("more")).await.problem(Code::Forbidden);
    let outsider = owner.add_token(on_vault(Role::Owner, vault.id)).await;
    outsider.post(&route, &new_vault("more")).await.problem(Code::NotFound);
    assert_eq!(owner.list::<Vault>("/vaults").await.len(), 1);
    assert_eq!(owner.machine("app-1").await.protection, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_finish_a_vault_whose_machine_another_one_took() {
    let cofre = Cofre::start_on(Place::slow(), |config| config.jobs_at_once = 1).await.unwrap();
    let owner = cofre.owner().await;
    content::write_large(&cofre.place.images().join("large.raw"), 192, 1).unwrap();
    images::raw(&cofre.place.images().join("web.raw"), b"1");
    owner.add_host("rack", &cofre.place.images()).await;
    let quick = owner.add_vault("quick").await;
    let large = owner.protect("large", quick.id).await;
    // It keeps the runner busy while the two vaults compete for the machine.
    let long = owner.back_up(large.id).await;
    let web = owner.machine("web").await.id;
    let job: Job = owner.post(&format!("/machines/{web}/protection"), &new_vault("late")).await.body(202);
    owner.protect("web", quick.id).await;
    owner.call(&format!("/jobs/{}/cancel", long.id)).await.is(200);
    let JobState::CompletedWithWarnings { warnings, .. } = owner.ended(job.id).await.state else {
        panic!("no warning")
    };
    assert_eq!(warnings.iter().map(|one| one.code).collect::<Vec<_>>(), [Code::AlreadyProtected]);
    assert_eq!(owner.vault(job.vault.unwrap().id).await.state, VaultState::Ready);
    assert_eq!(owner.machine("web").await.protection.unwrap().vault.id, quick.id);
}
