//! `/vaults/inspect`, `/vaults/connect`, `/items/{id}/resume`: a server that knows nothing, over the storage of one that is gone.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::Command;

use chrono::{NaiveDate, TimeDelta, Utc};
use serde_json::json;
use shared::auth::Role;
use shared::connect::{FoundFolder, FoundVault};
use shared::health::Health;
use shared::host::Host;
use shared::item::{BackupNow, Item, LastBackup, ProtectionState, ResumeProtection};
use shared::job::{Job, JobState};
use shared::machine::{DiskFormat, Machine, Presence};
use shared::policy::Policy;
use shared::problem::{Code, FieldReason};
use shared::recovery_point::RecoveryPoint;
use shared::vault::{Vault, VaultPassword};
use tests::{Client, Cofre, NORTH, SOUTH, content, everything, images, on_group, restic};

/// A vault with two items, and all that its server knew of it.
struct Lost {
    cofre: Cofre,
    password: VaultPassword,
    vault: Vault,
    policies: Vec<Policy>,
    items: Vec<Item>,
    points: Vec<Vec<RecoveryPoint>>,
}

fn day(days: i64) -> NaiveDate {
    (Utc::now() + TimeDelta::days(days)).date_naive()
}

async fn back_up_until(owner: &Client, item: &Item, until: NaiveDate) {
    let request = BackupNow { retain_until: Some(until) };
    let job: Job = owner.post(&format!("/items/{}/backup", item.id), &request).await.body(202);
    owner.completed(job.id).await;
}

impl Lost {
    /// A server that made a vault, protected two machines and backed them up. Its catalogue is written when that is wanted.
    async fn new(with_catalogue: bool) -> Self {
        let cofre = Cofre::start().await;
        let owner = cofre.owner().await;
        images::raw(&cofre.place.images().join("web/root.raw"), &content::disk(1));
        images::qcow2(&cofre.place.images().join("db/data.qcow2"), &content::noise(4 * content::CHUNK, 2));
        owner.add_host("rack", &cofre.place.images()).await;
        let vault = owner.add_vault("prod").await.id;
        for (machine, days) in [("web", [5, 90]), ("db", [1, 400])] {
            let item = owner.protect(machine, vault).await;
            for days in days {
                back_up_until(&owner, &item, day(days)).await;
            }
        }
        if with_catalogue {
            cofre.write_catalogues().await;
        }
        let mut points = Vec::new();
        let items: Vec<Item> = owner.list("/items").await;
        for item in &items {
            points.push(owner.points(item.id).await);
        }
        Self {
            password: owner.password(vault).await,
            vault: owner.vault(vault).await,
            policies: owner.list(&format!("/vaults/{vault}/policies")).await,
            items,
            points,
            cofre,
        }
    }

    /// A server that knows nothing, and its Owner.
    async fn blank(&self) -> (Cofre, Client) {
        let cofre = Cofre::start_blank_over(&self.cofre).await;
        let owner = cofre.owner().await;
        (cofre, owner)
    }
}

/// What must come back of a point whatever the vault tells of itself.
fn essence(point: &RecoveryPoint) -> impl PartialEq + std::fmt::Debug + use<> {
    (point.id, point.snapshot.clone(), point.taken_at, point.consistency, point.disks.clone(), point.expires_at)
}

async fn resume(owner: &Client, item: &Item) -> Item {
    let request = ResumeProtection { policy_id: owner.default_policy(item.vault.id).await.id };
    owner.post(&format!("/items/{}/resume", item.id), &request).await.body(200)
}

#[tokio::test(flavor = "multi_thread")]
async fn should_bring_back_all_that_was_known_of_the_vault() {
    let lost = Lost::new(true).await;
    let (_cofre, owner) = lost.blank().await;
    let vault = owner.connected(&lost.password).await;
    assert_eq!((vault.id, &vault.name, vault.created_at), (lost.vault.id, &lost.vault.name, lost.vault.created_at));
    assert_eq!(
        (vault.redundancy, &vault.resource_group.name),
        (lost.vault.redundancy, &lost.vault.resource_group.name)
    );
    assert_eq!((vault.usage.recovery_points, vault.usage.stored_bytes), (4, lost.vault.usage.stored_bytes));
    assert!(vault.password_confirmed_at.is_some(), "who connects it has its password");
    assert_eq!(vault.repository, lost.vault.repository);
    let policies: Vec<Policy> = owner.list(&format!("/vaults/{}/policies", vault.id)).await;
    assert_eq!(policies, lost.policies);
    let items: Vec<Item> = owner.list("/items").await;
    assert_eq!(items.len(), 2);
    for ((item, before), points) in items.iter().zip(&lost.items).zip(&lost.points) {
        assert_eq!((item.id, &item.machine, &item.policy), (before.id, &before.machine, &before.policy));
        assert_eq!((item.state, item.health), (ProtectionState::ProtectionStopped, Health::Warning));
        assert!(matches!(item.last_backup, LastBackup::Disabled { .. }), "{:?}", item.last_backup);
        let found = owner.points(item.id).await;
        assert!(found.iter().map(essence).eq(points.iter().map(essence)), "{found:?}\n{points:?}");
        for (found, before) in found.iter().zip(points) {
            assert_eq!(
                (found.read_bytes, found.new_bytes, found.stored_bytes),
                (before.read_bytes, before.new_bytes, before.stored_bytes)
            );
            assert_eq!((found.validated_at, found.job_id, found.on_hold), (before.validated_at, None, true));
        }
    }
    let machines: Vec<Machine> = owner.list("/machines").await;
    assert!(machines.iter().all(|machine| machine.presence == Presence::Present), "their host is here: {machines:?}");
    restic::check(&lost.password);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_restore_and_go_on_where_the_lost_server_stopped() {
    let lost = Lost::new(true).await;
    let (cofre, owner) = lost.blank().await;
    owner.connected(&lost.password).await;
    let web = lost.items.iter().position(|item| item.machine.name == "web").unwrap();
    let point = lost.points[web].last().unwrap().id;
    let folder = owner.restored(point, &cofre.place.restores(), "back", DiskFormat::Raw).await;
    assert!(fs::read(folder.join("root.raw")).unwrap() == content::disk(1));
    let item = &lost.items[web];
    let refused = owner.post(&format!("/items/{}/backup", item.id), &BackupNow::default()).await;
    refused.problem(Code::UserErrorBcmDatasourceNotPresent);
    let elsewhere = owner.default_policy(owner.add_vault("other").await.id).await.id;
    let refused = owner.post(&format!("/items/{}/resume", item.id), &json!({"policy_id": elsewhere})).await;
    refused.field(Code::PolicyMismatch, "policy_id", FieldReason::Refused);
    let resumed = resume(&owner, item).await;
    assert_eq!(resumed.state, ProtectionState::Protected);
    let again = owner.post(&format!("/items/{}/resume", item.id), &json!({"policy_id": resumed.policy.id})).await;
    again.problem(Code::AlreadyProtected);
    let next = owner.backed_up(item.id).await;
    assert_eq!(next.new_bytes, 0, "the vault has all of it already");
    let points = owner.points(item.id).await;
    assert!(points.len() == 3 && points.iter().all(|point| !point.on_hold), "{points:?}");
    restic::check(&lost.password);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_know_items_and_points_by_the_points_alone() {
    let lost = Lost::new(false).await;
    let (_cofre, owner) = lost.blank().await;
    let found: FoundVault = owner.post("/vaults/inspect", &owner.known_by(&lost.password).await).await.body(200);
    assert_eq!((found.catalogue, found.policies, found.recovery_points), (None, 0, 4));
    let vault = owner.connected(&lost.password).await;
    assert_eq!((vault.id, &vault.name, vault.policies), (lost.vault.id, &lost.vault.name, 1));
    let items: Vec<Item> = owner.list("/items").await;
    for ((item, before), points) in items.iter().zip(&lost.items).zip(&lost.points) {
        assert_eq!((item.id, &item.machine), (before.id, &before.machine));
        let found = owner.points(item.id).await;
        assert!(found.iter().map(essence).eq(points.iter().map(essence)), "{found:?}\n{points:?}");
    }
    let machines: Vec<Machine> = owner.list("/machines").await;
    assert!(machines.iter().all(|machine| matches!(machine.presence, Presence::Missing { .. })), "{machines:?}");
    let hosts: Vec<Host> = owner.list("/hosts").await;
    assert_eq!(hosts.iter().map(|host| host.name.as_str()).collect::<Vec<_>>(), ["rack"]);
    let missing = &items[0];
    resume(&owner, missing).await;
    let job = owner.back_up(missing.id).await;
    let ended = owner.ended(job.id).await;
    assert!(matches!(ended.state, JobState::Failed { .. }), "{:?}", ended.state);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_know_machines_again_that_were_discovered_first() {
    let lost = Lost::new(true).await;
    let (_cofre, owner) = lost.blank().await;
    owner.add_host("other-name", &lost.cofre.place.images()).await;
    owner.connected(&lost.password).await;
    let machines: Vec<Machine> = owner.list("/machines").await;
    let ids: Vec<_> = machines.iter().map(|machine| machine.id).collect();
    let before: Vec<_> = lost.items.iter().map(|item| item.machine.id).collect();
    assert_eq!(ids, before, "none is there twice");
    assert!(machines.iter().all(|machine| machine.presence == Presence::Present && machine.protection.is_some()));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_take_what_is_there_for_true_and_not_the_catalogue() {
    let lost = Lost::new(true).await;
    let owner = lost.cofre.nobody().sign_in(tests::OWNER).await;
    let item = &lost.items[0];
    let later = owner.backed_up(item.id).await;
    let forgotten = lost.points[0].first().unwrap();
    let snapshots = Path::new(&lost.password.repository).join("snapshots");
    fs::remove_file(snapshots.join(&forgotten.snapshot)).unwrap();
    let (_cofre, owner) = lost.blank().await;
    owner.connected(&lost.password).await;
    let found: Vec<_> = owner.points(item.id).await.iter().map(essence).collect();
    let wanted = [&later].into_iter().chain(&lost.points[0][1..]).map(essence).collect::<Vec<_>>();
    assert_eq!(found, wanted);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_tell_what_is_in_a_vault_and_change_nothing() {
    let lost = Lost::new(true).await;
    assert!(restic::run(&lost.password, &["backup", "--quiet", "/etc/hostname"]).status.success());
    let (_cofre, owner) = lost.blank().await;
    let found: FoundVault = owner.post("/vaults/inspect", &owner.known_by(&lost.password).await).await.body(200);
    assert_eq!((found.name.as_deref(), found.resource_group.as_deref()), (Some("prod"), Some("default")));
    let items: Vec<_> = found.items.iter().map(|item| (item.machine.as_str(), item.recovery_points)).collect();
    assert_eq!((items, found.recovery_points), (vec![("db", 2), ("web", 2)], 4));
    assert_eq!((found.strangers, found.damaged, found.policies), (1, 0, 1));
    assert!(found.catalogue.is_some() && found.oldest_point_at < found.newest_point_at);
    assert!(owner.list::<Vault>("/vaults").await.is_empty());
    owner.connected(&lost.password).await;
    assert_eq!(owner.list::<Item>("/items").await.len(), 2, "a stranger's snapshot is no item");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_find_vaults_that_are_not_connected() {
    let lost = Lost::new(true).await;
    let (_cofre, owner) = lost.blank().await;
    fs::create_dir(lost.cofre.place.storage(NORTH).join("no-vault")).unwrap();
    let folders = async || {
        let route = format!("/locations/{}/found-vaults", owner.location(NORTH).await.id);
        owner.list::<FoundFolder>(&route).await.into_iter().map(|found| found.folder.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(folders().await, [tests::folder_of(&lost.password)]);
    owner.connected(&lost.password).await;
    assert!(folders().await.is_empty());
    let elsewhere = format!("/locations/{}/found-vaults", owner.location(SOUTH).await.id);
    assert!(owner.list::<FoundFolder>(&elsewhere).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_what_is_no_vault_or_another_password() {
    let lost = Lost::new(true).await;
    let (_cofre, owner) = lost.blank().await;
    let good = owner.known_by(&lost.password).await;
    let with = |field: &str, value: &str| {
        let mut request = good.clone();
        request[field] = json!(value);
        request
    };
    fs::create_dir(lost.cofre.place.storage(NORTH).join("empty")).unwrap();
    symlink("/etc", lost.cofre.place.storage(NORTH).join("link")).unwrap();
    for route in ["/vaults/inspect", "/vaults/connect"] {
        let wrong = owner.post(route, &with("password", "not this one")).await;
        wrong.field(Code::VaultWrongPassword, "password", FieldReason::Wrong);
        owner.post(route, &with("folder", "empty")).await.field(Code::NotAVault, "folder", FieldReason::Refused);
        for missing in ["nothing-here", "link"] {
            owner.post(route, &with("folder", missing)).await.field(
                Code::FolderMissing,
                "folder",
                FieldReason::NoFolder,
            );
        }
        for outside in ["..", ".", "../prod", "/etc", "a/b", ""] {
            owner.post(route, &with("folder", outside)).await.problem(Code::InvalidInput);
        }
        let nowhere = with("location_id", &uuid::Uuid::nil().to_string());
        owner.post(route, &nowhere).await.field(Code::InvalidInput, "location_id", FieldReason::Unknown);
    }
    let config = Path::new(&lost.password.repository).join("config");
    let whole = fs::read(&config).unwrap();
    fs::set_permissions(&config, fs::Permissions::from_mode(0o600)).unwrap();
    fs::write(&config, &whole[..whole.len() / 2]).unwrap();
    owner.post("/vaults/connect", &good).await.problem(Code::VaultDamaged);
    fs::write(&config, &whole).unwrap();
    owner.connected(&lost.password).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_connect_a_vault_once() {
    let lost = Lost::new(true).await;
    let (_cofre, owner) = lost.blank().await;
    owner.connected(&lost.password).await;
    owner.ask_to_connect(&lost.password).await.problem(Code::VaultAlreadyConnected);
    let storage = lost.cofre.place.storage(NORTH);
    let copied = Command::new("cp").arg("-r").arg(&lost.password.repository).arg(storage.join("copy")).status();
    assert!(copied.unwrap().success());
    let mut request = owner.known_by(&lost.password).await;
    request["folder"] = json!("copy");
    request["name"] = json!("second");
    owner.post("/vaults/connect", &request).await.problem(Code::VaultAlreadyConnected);
    assert_eq!(owner.list::<Vault>("/vaults").await.len(), 1);
    assert_eq!(owner.list::<Item>("/items").await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_take_another_name_where_its_own_is_taken() {
    let lost = Lost::new(true).await;
    let (_cofre, owner) = lost.blank().await;
    owner.add_vault_in("PROD", SOUTH).await;
    owner.ask_to_connect(&lost.password).await.field(Code::NameTaken, "name", FieldReason::Taken);
    assert!(owner.list::<Item>("/items").await.is_empty(), "all of it or nothing");
    let mut request = owner.known_by(&lost.password).await;
    request["name"] = json!("prod-of-before");
    let vault: Vault = owner.post("/vaults/connect", &request).await.body(201);
    assert_eq!(vault.name, "prod-of-before");
    let item = owner.list::<Item>("/items").await.remove(0);
    resume(&owner, &item).await;
    owner.backed_up(item.id).await;
    restic::check(&owner.password(vault.id).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_for_those_who_make_vaults_everywhere() {
    let lost = Lost::new(true).await;
    let (_cofre, owner) = lost.blank().await;
    let request = owner.known_by(&lost.password).await;
    let group = owner.group().await.id;
    for grant in [everything(Role::BackupOperator), on_group(Role::Owner, group)] {
        let token = owner.add_token(grant).await;
        for route in ["/vaults/inspect", "/vaults/connect"] {
            token.post(route, &request).await.problem(Code::Forbidden);
        }
    }
    let contributor = owner.add_token(everything(Role::BackupContributor)).await;
    contributor.post("/vaults/connect", &request).await.is(201);
    assert!(!owner.get("/audit?limit=500").await.text.contains(&lost.password.password));
}
