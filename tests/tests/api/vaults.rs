//! `/vaults`: names, creation, password, deletion.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use serde_json::json;
use shared::audit::AuditEntry;
use shared::job::{Job, JobKind};
use shared::name::NameRefused;
use shared::page::Page;
use shared::policy::{Count, Policy, Retention, Schedule, TimeOfDay};
use shared::problem::{Code, FieldReason};
use shared::resource_group::ResourceGroup;
use shared::subscription::Subscription;
use shared::vault::{Redundancy, Replication, Vault, VaultState};
use tests::{Client, Cofre, NORTH, content, images, restic};
use uuid::Uuid;

async fn body(owner: &Client, name: &str) -> serde_json::Value {
    let (location, group) = (owner.location(NORTH).await.id, owner.group().await.id);
    json!({"name": name, "location_id": location, "resource_group_id": group})
}

#[tokio::test(flavor = "multi_thread")]
async fn should_follow_the_rule_of_names_and_say_which_part_is_broken() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let (fifty, fifty_one) = ("a".repeat(50), "a".repeat(51));
    for good in ["ab", "a-", fifty.as_str(), "Stockholm-Prod-1"] {
        owner.post("/vaults", &body(&owner, good).await).await.is(202);
    }
    for (bad, refused) in [
        ("", NameRefused::TooShort { min: 2 }),
        ("a", NameRefused::TooShort { min: 2 }),
        (fifty_one.as_str(), NameRefused::TooLong { max: 50 }),
        ("1ab", NameRefused::MustStartWithLetter),
        ("a_b", NameRefused::Character { character: '_' }),
        ("a/../b", NameRefused::Character { character: '/' }),
        ("aé", NameRefused::Character { character: 'é' }),
    ] {
        let answer = owner.post("/vaults", &body(&owner, bad).await).await;
        answer.field(Code::InvalidInput, "name", FieldReason::Name { refused });
    }
    assert_eq!(owner.list::<Vault>("/vaults").await.len(), 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_have_a_name_of_its_own_in_its_subscription_without_regard_to_case() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    owner.post("/vaults", &body(&owner, "prod").await).await.is(202);
    let again = owner.post("/vaults", &body(&owner, "PROD").await).await;
    again.field(Code::NameTaken, "name", FieldReason::Taken);
    let subscription: Subscription = owner.post("/subscriptions", &json!({"name": "Lab"})).await.body(201);
    let group = json!({"name": "lab", "subscription_id": subscription.id});
    let group: ResourceGroup = owner.post("/resource-groups", &group).await.body(201);
    let mut elsewhere = body(&owner, "prod").await;
    elsewhere["resource_group_id"] = json!(group.id);
    owner.post("/vaults", &elsewhere).await.is(202);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_answer_with_the_job_that_makes_it() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let job: Job = owner.post("/vaults", &body(&owner, "prod").await).await.body(202);
    assert_eq!((job.kind, job.subject.as_str()), (JobKind::CreateVault, "prod"));
    let id = job.vault.as_ref().expect("the job names its vault").id;
    owner.completed(job.id).await;
    let vault = owner.vault(id).await;
    assert_eq!((vault.state, vault.items.total, vault.policies), (VaultState::Ready, 0, 1));
    assert_eq!((vault.redundancy, vault.replication), (Redundancy::GeoRedundant, Replication::NoPairedLocation));
    assert_eq!((vault.jobs.in_progress, vault.jobs.completed_24h, vault.jobs.failed_24h), (0, 1, 0));
    assert_eq!(vault.location.name, NORTH);
    restic::check(&owner.password(id).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_say_that_it_is_being_created_until_it_is_ready() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let job: Job = owner.post("/vaults", &body(&owner, "prod").await).await.body(202);
    let vault = owner.vault(job.vault.unwrap().id).await;
    assert_eq!(vault.state, VaultState::Creating { job_id: job.id });
    assert_eq!(vault.jobs.in_progress, 1);
    owner.delete(&format!("/vaults/{}", vault.id)).await.problem(Code::VaultNotReady);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_have_the_default_policy() {
    let cofre = Cofre::start_with(|config| config.time_zone = chrono_tz::Europe::Stockholm).await;
    let owner = cofre.owner().await;
    let vault = owner.add_vault("prod").await;
    let policies: Vec<Policy> = owner.list(&format!("/vaults/{}/policies", vault.id)).await;
    let [policy] = policies.as_slice() else { panic!("{policies:?}") };
    assert_eq!(policy.name, "DefaultPolicy");
    assert_eq!(policy.schedule, Schedule::Daily { at: TimeOfDay::new(2, 0).unwrap() });
    assert_eq!(policy.retention, Retention::days(Count::new(30).unwrap()));
    assert_eq!((policy.time_zone.as_str(), policy.items), ("Europe/Stockholm", 0));
    assert_eq!(&owner.show::<Policy>(&format!("/policies/{}", policy.id)).await, policy);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_take_what_was_chosen_of_the_redundancy() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let mut request = body(&owner, "prod").await;
    request["redundancy"] = json!("LocallyRedundant");
    let job: Job = owner.post("/vaults", &request).await.body(202);
    let vault = owner.vault(job.vault.unwrap().id).await;
    assert_eq!((vault.redundancy, vault.replication), (Redundancy::LocallyRedundant, Replication::NotWanted));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_a_group_or_a_location_that_is_not_there() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    for field in ["resource_group_id", "location_id"] {
        let mut request = body(&owner, "prod").await;
        request[field] = json!(Uuid::nil());
        owner.post("/vaults", &request).await.field(Code::InvalidInput, field, FieldReason::Unknown);
    }
    let mut unknown = body(&owner, "prod").await;
    unknown["colour"] = json!("red");
    owner.post("/vaults", &unknown).await.problem(Code::InvalidInput);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_show_its_password_to_an_owner_and_write_that_down() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let vault = owner.add_vault("prod").await;
    let password = owner.password(vault.id).await;
    assert_eq!((password.vault.as_str(), &password.repository), ("prod", &vault.repository));
    assert!(password.password.len() >= 20, "a password that nobody guesses");
    restic::check(&password);
    let log: Vec<AuditEntry> = owner.list("/audit").await;
    let read = &log[0];
    assert_eq!(
        (read.actor.as_str(), read.action.as_str(), read.subject.as_str()),
        (tests::OWNER, "vault.read_password", "prod")
    );
    assert!(!owner.get("/audit?limit=500").await.text.contains(&password.password));
    assert!(!owner.get("/vaults").await.text.contains(&password.password));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_note_once_that_the_password_is_stored_elsewhere() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let vault = owner.add_vault("prod").await;
    assert_eq!(vault.password_confirmed_at, None);
    let route = format!("/vaults/{}/confirm-password", vault.id);
    let confirmed: Vault = owner.call(&route).await.body(200);
    assert!(confirmed.password_confirmed_at.is_some());
    cofre.clock.advance(chrono::TimeDelta::days(1));
    let owner = cofre.nobody().sign_in(tests::OWNER).await;
    let again: Vault = owner.call(&route).await.body(200);
    assert_eq!(again.password_confirmed_at, confirmed.password_confirmed_at);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_lie_where_nobody_else_may_look() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let vault = owner.add_vault("prod").await;
    for folder in [vault.repository.as_str().into(), cofre.place.storage(NORTH), cofre.place.data()] {
        let mode = fs::metadata(&folder).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{} has mode {mode:o}", folder.display());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_deleted_with_its_folder_when_it_is_empty() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let vault = owner.add_vault("prod").await;
    assert!(fs::exists(&vault.repository).unwrap());
    owner.delete(&format!("/vaults/{}", vault.id)).await.is(204);
    owner.get(&format!("/vaults/{}", vault.id)).await.problem(Code::NotFound);
    assert!(!fs::exists(&vault.repository).unwrap());
    owner.add_vault("prod").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_be_deleted_while_it_holds_an_item() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let vault = owner.add_vault("prod").await;
    images::raw(&cofre.place.images().join("web.raw"), &content::disk(1));
    owner.add_host("rack", &cofre.place.images()).await;
    owner.protect("web", vault.id).await;
    let problem = owner.delete(&format!("/vaults/{}", vault.id)).await.problem(Code::VaultNotEmpty);
    assert!(problem.detail.unwrap().contains("web"), "it says what it holds");
    restic::check(&owner.password(vault.id).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_listed_by_name_in_pages() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    for name in ["gamma", "Alpha", "beta"] {
        owner.post("/vaults", &body(&owner, name).await).await.is(202);
    }
    let first: Page<Vault> = owner.show("/vaults?limit=2").await;
    let second: Page<Vault> = owner.show(&format!("/vaults?limit=2&after={}", first.next.unwrap())).await;
    let names: Vec<_> = first.items.iter().chain(&second.items).map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Alpha", "beta", "gamma"]);
    assert_eq!(second.next, None);
}
