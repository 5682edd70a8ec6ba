//! `/audit`: who did what.

use shared::audit::AuditEntry;
use shared::machine::DiskFormat;
use shared::page::CountedPage;
use shared::problem::{Code, FieldReason};
use tests::{Cofre, OWNER, content, images};

#[tokio::test(flavor = "multi_thread")]
async fn should_hold_an_entry_for_everything_that_someone_did() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    images::raw(&cofre.place.images().join("web.raw"), &content::disk(1));
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("prod").await;
    let item = owner.protect("web", vault.id).await.id;
    let point = owner.backed_up(item).await.id;
    owner.restored(point, &cofre.place.restores(), "back", DiskFormat::Raw).await;
    owner.call(&format!("/vaults/{}/confirm-password", vault.id)).await.is(200);
    owner.add_vault("empty").await;
    let empty = owner.list::<shared::vault::Vault>("/vaults").await[0].id;
    owner.delete(&format!("/vaults/{empty}")).await.is(204);
    let mut log: Vec<AuditEntry> = owner.list("/audit").await;
    assert!(log.iter().all(|entry| entry.actor == OWNER));
    log.reverse();
    let said: Vec<_> = log.iter().map(|entry| (entry.action.as_str(), entry.subject.as_str())).collect();
    let wanted = [
        ("server.setup", OWNER),
        ("session.open", OWNER),
        ("host.create", "rack"),
        ("vault.create", "prod"),
        ("item.enable_backup", "web"),
        ("item.backup_now", "web"),
        ("recovery_point.restore", "web"),
        ("vault.confirm_password", "prod"),
        ("vault.create", "empty"),
        ("vault.delete", "empty"),
    ];
    assert_eq!(said, wanted);
    assert_eq!(log.iter().map(|entry| entry.number).collect::<Vec<_>>(), (1..=10).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_listed_newest_first_in_pages() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let add = async |name: &str| owner.post("/subscriptions", &serde_json::json!({"name": name})).await.is(201);
    for name in ["a", "b", "c"] {
        add(name).await;
    }
    let first: CountedPage<AuditEntry> = owner.show("/audit?limit=2").await;
    assert_eq!((first.total.count, first.total.is_more), (5, false));
    // What is done meanwhile stands before the first page and moves nothing.
    add("d").await;
    let next = first.next.expect("there is more");
    let second: CountedPage<AuditEntry> = owner.show(&format!("/audit?limit=2&after={next}")).await;
    let subjects: Vec<_> = first.items.iter().chain(&second.items).map(|one| one.subject.as_str()).collect();
    assert_eq!(subjects, ["c", "b", "a", OWNER]);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_narrowed_by_name_action_person_and_time() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let script = owner.add_token(tests::everything(shared::auth::Role::Owner)).await;
    for (client, name) in [(&owner, "Lab_1"), (&owner, "LabX1"), (&script, "Office")] {
        cofre.clock.advance(chrono::TimeDelta::hours(1));
        client.post("/subscriptions", &serde_json::json!({"name": name})).await.is(201);
    }
    let subjects = async |query: &str| {
        let found: Vec<AuditEntry> = owner.list(&format!("/audit?{query}")).await;
        found.into_iter().map(|entry| entry.subject).collect::<Vec<_>>()
    };
    assert_eq!(subjects("action=subscription.create").await, ["Office", "LabX1", "Lab_1"]);
    assert_eq!(subjects("q=lab").await, ["LabX1", "Lab_1"]);
    assert_eq!(subjects("q=LAB_1").await, ["Lab_1"]);
    assert_eq!(subjects("q=olivia&action=subscription.create").await, ["LabX1", "Lab_1"]);
    assert_eq!(subjects("actor=token%20a%20script").await, ["Office"]);
    assert!(subjects("actor=token").await.is_empty());
    let all: Vec<AuditEntry> = owner.list("/audit").await;
    let time = |at: chrono::DateTime<chrono::Utc>| format!("{at:?}");
    assert_eq!(subjects(&format!("since={}", time(all[1].at))).await, ["Office", "LabX1"]);
    let between = format!("since={}&until={}", time(all[2].at), time(all[1].at));
    assert_eq!(subjects(&between).await, ["Lab_1"]);
    assert!(subjects("q=%25").await.is_empty());
    assert_eq!(subjects("q=lab&sort=time").await, ["Lab_1", "LabX1"]);
    let page: CountedPage<AuditEntry> = owner.show("/audit?q=lab&limit=1").await;
    assert_eq!(page.total.count, 2);
    let next = page.next.expect("there is more");
    assert_eq!(subjects(&format!("q=lab&limit=1&after={next}")).await, ["Lab_1"]);
    owner.get("/audit?since=yesterday").await.field(Code::InvalidInput, "since", FieldReason::Unknown);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_lead_to_what_something_was_done_to() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let vault = owner.add_vault("prod").await;
    owner.delete("/sessions/current").await.is(204);
    let owner = cofre.nobody().sign_in(OWNER).await;
    let log: Vec<AuditEntry> = owner.list("/audit").await;
    let said: Vec<_> = log.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(said, ["session.open", "session.close", "vault.create", "session.open", "server.setup"]);
    assert_eq!(log[2].object_id, Some(vault.id.uuid()));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_hold_nothing_of_what_was_refused() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let before: Vec<AuditEntry> = owner.list("/audit").await;
    owner.post("/subscriptions", &serde_json::json!({"name": "Default"})).await.is(409);
    owner.delete(&format!("/vaults/{}", uuid::Uuid::nil())).await.is(404);
    assert_eq!(owner.list::<AuditEntry>("/audit").await, before);
}
