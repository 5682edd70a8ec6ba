//! `/jobs`: lists, logs, cancelling, running again.

use std::path::Path;

use chrono::TimeDelta;
use shared::id::ItemId;
use shared::item::LastBackup;
use shared::job::{Job, JobKind, JobState, LogLevel, LogLine, Phase, PhaseStatus};
use shared::page::Page;
use shared::problem::Code;
use shared::vault::Vault;
use tests::{Client, Cofre, NORTH, content, images, restic};

/// A server with one protected machine, whose image the test makes.
async fn protected(make: impl FnOnce(&Path)) -> (Cofre, Client, Vault, ItemId) {
    let cofre = Cofre::start_slow().await;
    let owner = cofre.owner().await;
    make(&cofre.place.images().join("web.raw"));
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("prod").await;
    let item = owner.protect("web", vault.id).await.id;
    (cofre, owner, vault, item)
}

fn small(path: &Path) {
    images::raw(path, &content::disk(1));
}

/// Large enough that a test finds the backup under way.
fn large(path: &Path) {
    content::write_large(path, 96, 1).unwrap();
}

async fn ids(owner: &Client, route: &str) -> Vec<shared::id::JobId> {
    owner.list::<Job>(route).await.into_iter().map(|job| job.id).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_listed_newest_first_and_filtered() {
    let (cofre, owner, vault, item) = protected(small).await;
    let backup = owner.back_up(item).await.id;
    owner.completed(backup).await;
    let other = owner.add_vault("other").await;
    let all: Vec<Job> = owner.list("/jobs").await;
    let kinds: Vec<_> = all.iter().map(|job| job.kind).collect();
    assert_eq!(kinds, [JobKind::CreateVault, JobKind::Backup, JobKind::CreateVault]);
    assert_eq!(ids(&owner, &format!("/jobs?vault_id={}", vault.id)).await, [all[1].id, all[2].id]);
    assert_eq!(ids(&owner, &format!("/jobs?vault_id={}", other.id)).await, [all[0].id]);
    assert_eq!(ids(&owner, &format!("/jobs?item_id={item}")).await, [backup]);
    assert_eq!(ids(&owner, "/jobs?status=Completed").await.len(), 3);
    for status in ["Failed", "active", "Queued", "Cancelled"] {
        assert!(ids(&owner, &format!("/jobs?status={status}")).await.is_empty(), "{status}");
    }
    let since = (cofre.clock.now() + TimeDelta::hours(1)).format("%Y-%m-%dT%H:%M:%SZ");
    assert!(ids(&owner, &format!("/jobs?since={since}")).await.is_empty());
    let since = (cofre.clock.now() - TimeDelta::hours(1)).format("%Y-%m-%dT%H:%M:%SZ");
    assert_eq!(ids(&owner, &format!("/jobs?since={since}")).await.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_listed_in_pages() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    for number in 0..5 {
        owner.post("/vaults", &owner.new_vault(&format!("vault{number}"), NORTH).await).await.is(202);
    }
    let (mut route, mut subjects) = ("/jobs?limit=2".to_owned(), Vec::new());
    loop {
        let page: Page<Job> = owner.show(&route).await;
        assert!(page.items.len() <= 2);
        subjects.extend(page.items.into_iter().map(|job| job.subject));
        let Some(next) = page.next else { break };
        route = format!("/jobs?limit=2&after={next}");
    }
    assert_eq!(subjects, ["vault4", "vault3", "vault2", "vault1", "vault0"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_say_in_its_log_what_it_did() {
    let (_cofre, owner, _, item) = protected(small).await;
    let job = owner.back_up(item).await.id;
    owner.completed(job).await;
    let lines: Vec<LogLine> = owner.list(&format!("/jobs/{job}/log")).await;
    assert_eq!(lines.iter().map(|line| line.number).collect::<Vec<_>>(), (1..=lines.len() as u64).collect::<Vec<_>>());
    assert!(lines.iter().all(|line| line.level == LogLevel::Info));
    assert!(lines[0].text.contains("web") && lines[0].text.contains("crash-consistent"), "{lines:?}");
    let behind: Page<LogLine> = owner.show(&format!("/jobs/{job}/log?after=1&limit=1")).await;
    assert_eq!(behind.items, [lines[1].clone()]);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_cancelled_at_once_while_it_waits() {
    let (cofre, _, _, item) = protected(small).await;
    let cofre = Cofre::start_on(cofre.stop().await, |config| config.jobs_at_once = 0).await.unwrap();
    let owner = cofre.nobody().sign_in(tests::OWNER).await;
    let job = owner.back_up(item).await;
    assert!(job.cancellable);
    let cancelled: Job = owner.call(&format!("/jobs/{}/cancel", job.id)).await.body(200);
    assert!(matches!(&cancelled.state, JobState::Cancelled { started_at: None, by, .. } if by == tests::OWNER));
    assert!(cancelled.retriable && !cancelled.cancellable);
    owner.call(&format!("/jobs/{}/cancel", job.id)).await.problem(Code::JobNotCancellable);
    assert_eq!(owner.item(item).await.last_backup, LastBackup::InitialPending, "a cancelled one is no evidence");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_stop_in_the_middle_and_leave_no_point() {
    let (_cofre, owner, vault, item) = protected(large).await;
    let mut live = owner.live().await;
    let job = owner.back_up(item).await.id;
    live.progress(job, |progress| progress.current_phase() == Some(Phase::TransferData) && progress.done_bytes > 0)
        .await;
    let told: Job = owner.call(&format!("/jobs/{job}/cancel")).await.body(200);
    assert!(matches!(&told.state, JobState::Cancelling { by, .. } if by == tests::OWNER), "{:?}", told.state);
    let ended = owner.ended(job).await;
    assert!(matches!(ended.state, JobState::Cancelled { started_at: Some(_), .. }), "{:?}", ended.state);
    assert!(ended.progress.done_bytes < ended.progress.total_bytes);
    let stopped = ended.progress.phases.iter().find(|state| state.status == PhaseStatus::Cancelled);
    assert_eq!(stopped.map(|state| state.phase), Some(Phase::TransferData), "{:?}", ended.progress.phases);
    assert!(owner.points(item).await.is_empty());
    let password = owner.password(vault.id).await;
    restic::check(&password);
    let snapshots: serde_json::Value =
        serde_json::from_slice(&restic::run(&password, &["snapshots", "--json"]).stdout).unwrap();
    assert_eq!(snapshots, serde_json::json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_run_again_after_it_was_cancelled() {
    let (_cofre, owner, _, item) = protected(large).await;
    let mut live = owner.live().await;
    let job = owner.back_up(item).await.id;
    live.progress(job, |progress| progress.done_bytes > 0).await;
    owner.call(&format!("/jobs/{job}/cancel")).await.is(200);
    owner.ended(job).await;
    let again: Job = owner.call(&format!("/jobs/{job}/retry")).await.body(202);
    assert_ne!(again.id, job);
    let done = owner.completed(again.id).await;
    assert_eq!(owner.points(item).await[0].id, done.recovery_point_id.unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn should_run_again_what_failed_and_nothing_else() {
    let (cofre, owner, _, item) = protected(small).await;
    let image = cofre.place.images().join("web.raw");
    let away = cofre.place.path("away.raw");
    std::fs::rename(&image, &away).unwrap();
    let job = owner.back_up(item).await.id;
    let failed = owner.ended(job).await;
    assert!(failed.retriable && matches!(failed.state, JobState::Failed { .. }));
    std::fs::rename(&away, &image).unwrap();
    let again: Job = owner.call(&format!("/jobs/{job}/retry")).await.body(202);
    owner.completed(again.id).await;
    owner.call(&format!("/jobs/{}/retry", again.id)).await.problem(Code::JobNotRetriable);
    owner.call(&format!("/jobs/{}/cancel", again.id)).await.problem(Code::JobNotCancellable);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_run_again_when_the_day_of_retention_has_passed() {
    let (cofre, owner, _, item) = protected(small).await;
    std::fs::remove_file(cofre.place.images().join("web.raw")).unwrap();
    let job = owner.back_up(item).await.id;
    owner.ended(job).await;
    cofre.clock.advance(TimeDelta::days(32));
    let owner = owner.sign_in(tests::OWNER).await;
    owner.call(&format!("/jobs/{job}/retry")).await.problem(Code::RetainUntilInPast);
}
