//! `/machines/{id}/protection`, `/items`: enabling backup, and what an item shows.

use serde_json::json;
use shared::health::Health;
use shared::item::{Forecast, Item, LastBackup, ProtectionState};
use shared::machine::{EnableBackup, Machine};
use shared::notification::{Happening, Notification};
use shared::problem::{Code, FieldReason};
use shared::vault::Vault;
use tests::{Client, Cofre, SOUTH, content, images};
use uuid::Uuid;

/// A server with a machine and a vault.
async fn ready() -> (Cofre, Client, Vault) {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    images::raw(&cofre.place.images().join("web.raw"), &content::disk(1));
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("prod").await;
    (cofre, owner, vault)
}

async fn enable(owner: &Client, machine: &str, request: &EnableBackup) -> tests::Answer {
    let machine = owner.machine(machine).await.id;
    owner.post(&format!("/machines/{machine}/protection"), request).await
}

#[tokio::test(flavor = "multi_thread")]
async fn should_wait_for_the_initial_backup_once_backup_is_enabled() {
    let (_cofre, owner, vault) = ready().await;
    let item = owner.protect("web", vault.id).await;
    assert_eq!((item.state, &item.last_backup), (ProtectionState::IRPending, &LastBackup::InitialPending));
    assert_eq!((item.health, item.recovery_points, item.newest_point_at), (Health::Pending, 0, None));
    assert!(matches!(item.forecast, Forecast::Full { read_bytes } if read_bytes > 0), "{:?}", item.forecast);
    assert!(owner.points(item.id).await.is_empty());
    let listed: Vec<Item> = owner.list("/items").await;
    let as_by_itself = |listed: &Item| Item { last_days: Vec::new(), ..listed.clone() };
    assert_eq!(listed.iter().map(as_by_itself).collect::<Vec<_>>(), std::slice::from_ref(&item));
    let protection = owner.machine("web").await.protection.expect("the machine says so");
    assert_eq!((protection.item_id, protection.vault.id, protection.state), (item.id, vault.id, item.state));
    let vault = owner.vault(vault.id).await;
    assert_eq!((vault.items.total, vault.items.pending), (1, 1));
    let told: Vec<Notification> = owner.list("/notifications").await;
    assert_eq!((&told[0].happening, told[0].subject.as_str()), (&Happening::BackupEnabled, "web"));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_protected_after_the_first_backup() {
    let (_cofre, owner, vault) = ready().await;
    let item = owner.protect("web", vault.id).await;
    let point = owner.backed_up(item.id).await;
    let item = owner.item(item.id).await;
    assert_eq!((item.state, item.health, item.recovery_points), (ProtectionState::Protected, Health::Healthy, 1));
    assert!(matches!(item.last_backup, LastBackup::Completed { .. }));
    assert_eq!((item.newest_point_at, item.oldest_point_at), (Some(point.taken_at), Some(point.taken_at)));
    assert!(matches!(item.forecast, Forecast::Incremental { last_new_bytes: None, .. }));
    owner.backed_up(item.id).await;
    let item = owner.item(item.id).await;
    assert!(matches!(item.forecast, Forecast::Incremental { last_new_bytes: Some(0), .. }), "{:?}", item.forecast);
    let vault = owner.vault(vault.id).await;
    assert_eq!((vault.items.healthy, vault.usage.recovery_points), (1, 2));
    assert!(vault.usage.stored_bytes > 0 && vault.usage.protected_bytes == 2 * content::disk(1).len() as u64);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_a_vault_in_another_location() {
    let (_cofre, owner, _) = ready().await;
    let south = owner.add_vault_in("south", SOUTH).await;
    let policy_id = owner.default_policy(south.id).await.id;
    let answer = enable(&owner, "web", &EnableBackup { vault_id: south.id, policy_id }).await;
    answer.field(Code::RegionMismatch, "vault_id", FieldReason::Refused);
    assert_eq!(answer.status, 400);
    assert_eq!(owner.machine("web").await.protection, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_a_machine_that_is_protected_and_list_it_as_such() {
    let (_cofre, owner, vault) = ready().await;
    let item = owner.protect("web", vault.id).await;
    let other = owner.add_vault("other").await;
    for vault in [vault.id, other.id] {
        let policy_id = owner.default_policy(vault).await.id;
        let answer = enable(&owner, "web", &EnableBackup { vault_id: vault, policy_id }).await;
        answer.problem(Code::AlreadyProtected);
    }
    assert!(owner.list::<Machine>("/machines?protection=none").await.is_empty());
    assert_eq!(owner.list::<Machine>("/machines?protection=protected").await.len(), 1);
    assert_eq!(owner.list::<Item>("/items").await.iter().map(|one| one.id).collect::<Vec<_>>(), [item.id]);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_protect_a_machine_once_when_two_ask_at_once() {
    let (_cofre, owner, vault) = ready().await;
    let policy_id = owner.default_policy(vault.id).await.id;
    let request = EnableBackup { vault_id: vault.id, policy_id };
    let (one, other) = tokio::join!(enable(&owner, "web", &request), enable(&owner, "web", &request));
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409], "{one:?} {other:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_a_policy_of_another_vault_and_what_is_not_there() {
    let (_cofre, owner, vault) = ready().await;
    let other = owner.add_vault("other").await;
    let policy_id = owner.default_policy(other.id).await.id;
    let answer = enable(&owner, "web", &EnableBackup { vault_id: vault.id, policy_id }).await;
    answer.field(Code::PolicyMismatch, "policy_id", FieldReason::Refused);
    let vault_id = shared::id::VaultId::new(Uuid::nil());
    let answer = enable(&owner, "web", &EnableBackup { vault_id, policy_id }).await;
    answer.field(Code::InvalidInput, "vault_id", FieldReason::Unknown);
    let body = json!({"vault_id": vault.id, "policy_id": policy_id});
    owner.post(&format!("/machines/{}/protection", Uuid::nil()), &body).await.problem(Code::NotFound);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_a_vault_that_is_not_ready() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    images::raw(&cofre.place.images().join("web.raw"), &content::disk(1));
    owner.add_host("rack", &cofre.place.images()).await;
    owner.post("/vaults", &owner.new_vault("prod", tests::NORTH).await).await.is(202);
    let vault_id = owner.list::<Vault>("/vaults").await[0].id;
    let policy_id = owner.default_policy(vault_id).await.id;
    enable(&owner, "web", &EnableBackup { vault_id, policy_id }).await.problem(Code::VaultNotReady);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_listed_by_vault_and_by_health() {
    let (cofre, owner, vault) = ready().await;
    images::raw(&cofre.place.images().join("db.raw"), &content::disk(2));
    let host = owner.list::<shared::host::Host>("/hosts").await[0].id;
    owner.call(&format!("/hosts/{host}/discover")).await.is(200);
    let other = owner.add_vault("other").await;
    let web = owner.protect("web", vault.id).await;
    owner.protect("db", other.id).await;
    owner.backed_up(web.id).await;
    let names = async |route: &str| {
        let items: Vec<Item> = owner.list(route).await;
        items.into_iter().map(|item| item.machine.name).collect::<Vec<_>>()
    };
    assert_eq!(names("/items").await, ["db", "web"]);
    assert_eq!(names(&format!("/items?vault_id={}", other.id)).await, ["db"]);
    assert_eq!(names("/items?health=Healthy").await, ["web"]);
    assert_eq!(names("/items?health=Pending").await, ["db"]);
    assert!(names("/items?health=Failed").await.is_empty());
}
