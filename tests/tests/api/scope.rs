//! Roles on a part of the server: what lies outside does not exist.

use serde_json::json;
use shared::auth::Role;
use shared::event::Event;
use shared::id::ItemId;
use shared::item::Item;
use shared::job::Job;
use shared::machine::{DiskFormat, EnableBackup, Machine};
use shared::notification::Notification;
use shared::overview::Overview;
use shared::problem::{Code, FieldReason};
use shared::recovery_point::RecoveryPoint;
use shared::resource_group::ResourceGroup;
use shared::vault::Vault;
use tests::{Client, Cofre, all_disks, content, images, on_group, on_vault};

/// Two vaults, each with a machine, an item, a backup and a point.
struct Two {
    cofre: Cofre,
    owner: Client,
    mine: Side,
    theirs: Side,
}

struct Side {
    vault: Vault,
    item: ItemId,
    point: RecoveryPoint,
}

async fn two() -> Two {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    for (seed, machine) in [(1, "mine"), (2, "theirs"), (3, "free")] {
        images::raw(&cofre.place.images().join(format!("{machine}.raw")), &content::disk(seed));
    }
    owner.add_host("rack", &cofre.place.images()).await;
    let (mine, theirs) = (side(&owner, "mine").await, side(&owner, "theirs").await);
    Two { cofre, owner, mine, theirs }
}

async fn side(owner: &Client, name: &str) -> Side {
    let vault = owner.add_vault(&format!("vault-of-{name}")).await;
    let item = owner.protect(name, vault.id).await.id;
    let point = owner.backed_up(item).await;
    Side { vault, item, point }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_show_an_operator_of_a_vault_what_is_in_it_and_nothing_else() {
    let two = two().await;
    let operator = two.owner.add_user("oskar", on_vault(Role::BackupOperator, two.mine.vault.id)).await;
    let vaults: Vec<Vault> = operator.list("/vaults").await;
    assert_eq!(vaults.iter().map(|one| one.id).collect::<Vec<_>>(), [two.mine.vault.id]);
    let items: Vec<Item> = operator.list("/items").await;
    assert_eq!(items.iter().map(|one| one.id).collect::<Vec<_>>(), [two.mine.item]);
    let machines: Vec<Machine> = operator.list("/machines").await;
    assert_eq!(machines.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["mine"]);
    let jobs: Vec<Job> = operator.list("/jobs").await;
    assert!(jobs.len() == 2 && jobs.iter().all(|job| job.vault.as_ref().unwrap().id == two.mine.vault.id));
    let told: Vec<Notification> = operator.list("/notifications").await;
    assert!(told.len() == 5 && told.iter().all(|one| one.subject.ends_with("mine")), "{told:?}");
    let overview: Overview = operator.show("/overview").await;
    assert_eq!(overview.machines.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["mine"]);
    assert_eq!(overview.vaults.len(), 1);
    assert_eq!(overview.jobs.completed_24h, 2);
    for route in ["/hosts", "/resource-groups"] {
        assert!(operator.list::<serde_json::Value>(route).await.is_empty(), "{route}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_answer_for_what_lies_outside_as_if_it_were_not_there() {
    let two = two().await;
    let operator = two.owner.add_user("oskar", on_vault(Role::BackupOperator, two.mine.vault.id)).await;
    let (vault, item, point) = (two.theirs.vault.id, two.theirs.item, two.theirs.point.id);
    let job = two.theirs.point.job_id.unwrap();
    let policy = two.owner.default_policy(vault).await.id;
    let machine = two.owner.machine("theirs").await.id;
    for route in [
        format!("/vaults/{vault}"),
        format!("/vaults/{vault}/policies"),
        format!("/policies/{policy}"),
        format!("/items/{item}"),
        format!("/items/{item}/recovery-points"),
        format!("/recovery-points/{point}"),
        format!("/jobs/{job}"),
        format!("/jobs/{job}/log"),
        format!("/machines/{machine}"),
    ] {
        two.owner.get(&route).await.is(200);
        operator.get(&route).await.problem(Code::NotFound);
    }
    operator.post(&format!("/items/{item}/backup"), &json!({})).await.problem(Code::NotFound);
    for verb in ["cancel", "retry"] {
        operator.call(&format!("/jobs/{job}/{verb}")).await.problem(Code::NotFound);
    }
    let request = all_disks(&two.cofre.place.restores(), "back", DiskFormat::Raw);
    operator.ask_restore(point, &request).await.problem(Code::NotFound);
    assert!(!two.cofre.place.restores().join("back").exists());
    assert!(operator.list::<Job>(&format!("/jobs?vault_id={vault}")).await.is_empty());
    assert!(operator.list::<Item>(&format!("/items?vault_id={vault}")).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn should_let_an_operator_of_a_vault_back_up_and_restore_and_no_more() {
    let two = two().await;
    let operator = two.owner.add_user("oskar", on_vault(Role::BackupOperator, two.mine.vault.id)).await;
    let point = operator.backed_up(two.mine.item).await;
    operator.restored(point.id, &two.cofre.place.restores(), "back", DiskFormat::Raw).await;
    let vault = two.mine.vault.id;
    operator.get(&format!("/vaults/{vault}/password")).await.problem(Code::Forbidden);
    operator.call(&format!("/vaults/{vault}/confirm-password")).await.problem(Code::Forbidden);
    operator.delete(&format!("/vaults/{vault}")).await.problem(Code::Forbidden);
    operator.post("/vaults", &two.owner.new_vault("more", tests::NORTH).await).await.problem(Code::Forbidden);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_keep_an_owner_of_a_vault_from_other_vaults() {
    let two = two().await;
    let owner = two.owner.add_user("ottilia", on_vault(Role::Owner, two.mine.vault.id)).await;
    owner.get(&format!("/vaults/{}/password", two.mine.vault.id)).await.is(200);
    owner.get(&format!("/vaults/{}/password", two.theirs.vault.id)).await.problem(Code::NotFound);
    owner.delete(&format!("/vaults/{}", two.theirs.vault.id)).await.problem(Code::NotFound);
    two.owner.vault(two.theirs.vault.id).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_show_a_reader_of_a_group_its_machines_and_vaults() {
    let two = two().await;
    let subscription = two.owner.group().await.subscription_id;
    let body = json!({"name": "lab", "subscription_id": subscription});
    let lab: ResourceGroup = two.owner.post("/resource-groups", &body).await.body(201);
    let mut request = serde_json::to_value(two.owner.new_vault("in-the-lab", tests::NORTH).await).unwrap();
    request["resource_group_id"] = json!(lab.id);
    let job: Job = two.owner.post("/vaults", &request).await.body(202);
    two.owner.completed(job.id).await;
    let names = async |client: &Client| {
        client.list::<Vault>("/vaults").await.into_iter().map(|one| one.name).collect::<Vec<_>>()
    };
    let reader = two.owner.add_token(on_group(Role::BackupReader, lab.id)).await;
    assert_eq!(names(&reader).await, ["in-the-lab"]);
    assert!(reader.list::<Machine>("/machines").await.is_empty());
    let first = two.owner.group().await.id;
    let reader = two.owner.add_token(on_group(Role::BackupReader, first)).await;
    assert_eq!(names(&reader).await, ["vault-of-mine", "vault-of-theirs"]);
    assert_eq!(reader.list::<Machine>("/machines").await.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_protect_a_machine_by_a_vault_out_of_scope() {
    let two = two().await;
    let group = two.owner.group().await.id;
    let machine = two.owner.machine("free").await.id;
    let vault_id = two.theirs.vault.id;
    let request = EnableBackup { vault_id, policy_id: two.owner.default_policy(vault_id).await.id };
    let route = format!("/machines/{machine}/protection");
    let outsider = two.owner.add_token(on_vault(Role::Owner, two.mine.vault.id)).await;
    outsider.post(&route, &request).await.problem(Code::NotFound);
    let reader = two.owner.add_token(on_group(Role::BackupReader, group)).await;
    reader.post(&route, &request).await.problem(Code::Forbidden);
    let subscription_id = two.owner.group().await.subscription_id;
    let lab = json!({"name": "lab", "subscription_id": subscription_id});
    let lab: ResourceGroup = two.owner.post("/resource-groups", &lab).await.body(201);
    // They see the machine's group and not the vault's.
    let mut hidden = serde_json::to_value(two.owner.new_vault("hidden", tests::NORTH).await).unwrap();
    hidden["resource_group_id"] = json!(lab.id);
    let job: Job = two.owner.post("/vaults", &hidden).await.body(202);
    let hidden = two.owner.completed(job.id).await.vault.unwrap().id;
    let request = EnableBackup { vault_id: hidden, policy_id: two.owner.default_policy(hidden).await.id };
    let operator = two.owner.add_token(on_group(Role::BackupOperator, group)).await;
    operator.post(&route, &request).await.field(Code::InvalidInput, "vault_id", FieldReason::Unknown);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_tell_the_progress_of_what_lies_outside() {
    let two = two().await;
    let reader = two.owner.add_token(on_vault(Role::BackupReader, two.mine.vault.id)).await;
    let mut live = reader.live().await;
    let theirs = two.owner.back_up(two.theirs.item).await.id;
    two.owner.completed(theirs).await;
    let mine = two.owner.back_up(two.mine.item).await.id;
    // Events come in order: when the second job's progress is here, the first one's would have come before.
    live.until(|event| match event {
        Event::Progress { job, .. } => {
            assert_eq!(job, mine);
            Some(())
        }
        _ => None,
    })
    .await;
}
