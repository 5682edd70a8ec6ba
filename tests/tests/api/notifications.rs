//! `/notifications`: what stands behind the bell.

use shared::job::JobKind;
use shared::notification::{Happening, Link, Notification};
use shared::page::Page;
use shared::problem::Code;
use tests::{Client, Cofre, content, images};

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
    let first: Page<Notification> = owner.show("/notifications?limit=3").await;
    let second: Page<Notification> = owner.show(&format!("/notifications?limit=3&after={}", first.next.unwrap())).await;
    let subjects: Vec<_> = first.items.iter().chain(&second.items).map(|one| one.subject.as_str()).collect();
    assert_eq!(subjects, ["more", "more", "prod", "prod"]);
    assert_eq!(second.next, None);
}
