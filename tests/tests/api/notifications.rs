//! `/notifications`: what stands behind the bell.

use shared::auth::Role;
use shared::job::JobKind;
use shared::notification::{Happening, Link, Notification, Severity};
use shared::page::CountedPage;
use shared::problem::Code;
use tests::{Client, Cofre, content, images, on_vault};

async fn happenings(client: &Client) -> Vec<Happening> {
    client.list::<Notification>("/notifications").await.into_iter().map(|one| one.happening).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn should_say_that_a_job_started_and_then_how_it_ended() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    images::raw(&cofre.place.images().join("web.raw"), &content::disk(1));
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("prod").await;
    let item = owner.protect("web", vault.id).await.id;
    owner.backed_up(item).await;
    std::fs::remove_file(cofre.place.images().join("web.raw")).unwrap();
    let failed = owner.back_up(item).await;
    owner.ended(failed.id).await;
    let completed = |job| Happening::JobCompleted { job, with_warnings: false };
    let wanted = [
        Happening::JobFailed { job: JobKind::Backup, code: Code::ImageMissing },
        Happening::JobStarted { job: JobKind::Backup },
        completed(JobKind::Backup),
        Happening::JobStarted { job: JobKind::Backup },
        Happening::BackupEnabled,
        completed(JobKind::CreateVault),
        Happening::JobStarted { job: JobKind::CreateVault },
    ];
    assert_eq!(happenings(&owner).await, wanted);
    let entries: Vec<Notification> = owner.list("/notifications").await;
    assert_eq!((entries[0].link, entries[0].subject.as_str()), (Link::Job(failed.id.uuid()), "web"));
    assert_eq!((entries[5].link, entries[5].subject.as_str()), (Link::Vault(vault.id.uuid()), "prod"));
    assert_eq!(entries[4].link, Link::Item(item.uuid()));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_seen_by_each_person_for_themselves() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let other = owner.add_user("rita", tests::everything(shared::auth::Role::BackupReader)).await;
    owner.add_vault("prod").await;
    let unseen = async |client: &Client| {
        let entries: Vec<Notification> = client.list("/notifications").await;
        entries.iter().filter(|one| !one.seen).count()
    };
    assert_eq!((unseen(&owner).await, unseen(&other).await), (2, 2));
    owner.call("/notifications/seen").await.is(204);
    assert_eq!((unseen(&owner).await, unseen(&other).await), (0, 2));
    owner.add_vault("more").await;
    assert_eq!(unseen(&owner).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_listed_in_pages() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    owner.add_vault("prod").await;
    owner.add_vault("more").await;
    let first: CountedPage<Notification> = owner.show("/notifications?limit=3").await;
    let second: CountedPage<Notification> =
        owner.show(&format!("/notifications?limit=3&after={}", first.next.unwrap())).await;
    let subjects: Vec<_> = first.items.iter().chain(&second.items).map(|one| one.subject.as_str()).collect();
    assert_eq!(subjects, ["more", "more", "prod", "prod"]);
    assert_eq!(second.next, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_narrowed_by_name_gravity_time_and_whether_they_were_seen() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    images::raw(&cofre.place.images().join("web_1.raw"), &content::disk(1));
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("prod").await;
    let item = owner.protect("web_1", vault.id).await.id;
    std::fs::remove_file(cofre.place.images().join("web_1.raw")).unwrap();
    let failed = owner.back_up(item).await;
    owner.ended(failed.id).await;
    let found = async |query: &str| {
        let entries: Vec<Notification> = owner.list(&format!("/notifications?{query}")).await;
        entries.iter().map(|entry| (entry.happening.severity(), entry.subject.clone())).collect::<Vec<_>>()
    };
    let said = |severity, subject: &str| (severity, subject.to_owned());
    assert_eq!(found("severity=Error").await, [said(Severity::Error, "web_1")]);
    assert_eq!(found("severity=Success").await, [said(Severity::Success, "web_1"), said(Severity::Success, "prod")]);
    assert!(found("severity=Warning").await.is_empty());
    assert_eq!(found("q=PRO&sort=time").await, [said(Severity::Information, "prod"), said(Severity::Success, "prod")]);
    assert_eq!(found("q=_").await.len(), 3);
    assert!(found("q=%25").await.is_empty());
    assert!(found("seen=true").await.is_empty());
    cofre.clock.advance(chrono::TimeDelta::hours(1));
    owner.call("/notifications/seen").await.is(204);
    cofre.clock.advance(chrono::TimeDelta::hours(1));
    owner.add_vault("more").await;
    assert_eq!(found("seen=false").await.len(), 2);
    assert_eq!(found("seen=true").await.len(), 5);
    let newest: CountedPage<Notification> = owner.show("/notifications?seen=false&limit=1").await;
    assert_eq!(newest.total.count, 2);
    let since = format!("{:?}", newest.items[0].at);
    assert_eq!(found(&format!("since={since}")).await, [said(Severity::Success, "more")]);
    assert_eq!(found(&format!("until={since}&q=more")).await, [said(Severity::Information, "more")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_fill_pages_and_count_within_what_may_be_seen() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let mine = owner.add_vault("mine").await;
    owner.add_vault("theirs").await;
    let reader = owner.add_user("rita", on_vault(Role::BackupReader, mine.id)).await;
    let first: CountedPage<Notification> = reader.show("/notifications?limit=1").await;
    assert_eq!((first.items[0].subject.as_str(), first.total.count), ("mine", 2));
    // What happens meanwhile stands before the first page and moves nothing.
    owner.add_vault("others").await;
    let next = first.next.expect("there is more");
    let second: CountedPage<Notification> = reader.show(&format!("/notifications?limit=1&after={next}")).await;
    assert_eq!((second.items[0].subject.as_str(), second.total.count), ("mine", 2));
    assert_ne!(first.items[0].id, second.items[0].id);
}
