//! `POST /items/{id}/backup`: until when a point is kept, and one backup at a time.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;
use serde_json::json;
use shared::id::ItemId;
use shared::job::{Job, JobKind, JobState, Phase, PhaseStatus};
use shared::problem::{Code, FieldReason};
use shared::recovery_point::RecoveryPoint;
use tests::{Client, Cofre, content, images};
use uuid::Uuid;

const STOCKHOLM: Tz = chrono_tz::Europe::Stockholm;

/// A server in Stockholm with a protected machine.
async fn ready() -> (Cofre, Client, ItemId) {
    let cofre = Cofre::start_with(|config| config.time_zone = STOCKHOLM).await;
    let owner = cofre.owner().await;
    images::raw(&cofre.place.images().join("web.raw"), &content::disk(1));
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("prod").await;
    let item = owner.protect("web", vault.id).await.id;
    (cofre, owner, item)
}

fn today(cofre: &Cofre) -> NaiveDate {
    cofre.clock.now().with_timezone(&STOCKHOLM).date_naive()
}

/// The last second of the day where the policy's clock stands.
fn is_end_of(point: &RecoveryPoint, day: NaiveDate) {
    let local = point.expires_at.with_timezone(&STOCKHOLM);
    assert_eq!((local.date_naive(), local.time()), (day, NaiveTime::from_hms_opt(23, 59, 59).unwrap()));
}

async fn kept_until(owner: &Client, item: ItemId, day: NaiveDate) -> RecoveryPoint {
    let job: Job = owner.post(&format!("/items/{item}/backup"), &json!({"retain_until": day})).await.body(202);
    let point = owner.completed(job.id).await.recovery_point_id.unwrap();
    owner.show(&format!("/recovery-points/{point}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn should_answer_with_a_job_that_goes_through_its_three_phases() {
    let (_cofre, owner, item) = ready().await;
    let job = owner.back_up(item).await;
    assert_eq!((job.kind, &job.state, job.subject.as_str()), (JobKind::Backup, &JobState::Queued, "web"));
    assert_eq!((job.item_id, job.created_by.as_str()), (Some(item), tests::OWNER));
    let done = owner.completed(job.id).await;
    let phases: Vec<_> = done.progress.phases.iter().map(|one| (one.phase, one.status)).collect();
    let all = [Phase::TakeSnapshot, Phase::TransferData, Phase::ValidateBackup];
    assert_eq!(phases, all.map(|phase| (phase, PhaseStatus::Completed)));
    let size = content::disk(1).len() as u64;
    assert_eq!((done.progress.total_bytes, done.progress.done_bytes), (size, size));
    assert!(done.progress.new_bytes > 0 && done.progress.stored_bytes > 0);
    assert_eq!(done.progress.disks.len(), 1);
    assert_eq!((done.attempt, done.cancellable, done.retriable), (1, false, false));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_keep_the_point_for_thirty_days_unless_told_otherwise() {
    let (cofre, owner, item) = ready().await;
    let point = owner.backed_up(item).await;
    is_end_of(&point, today(&cofre) + Days::new(30));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_keep_the_point_to_the_end_of_the_chosen_day() {
    let (cofre, owner, item) = ready().await;
    for days in [0, 45, 400] {
        let day = today(&cofre) + Days::new(days);
        is_end_of(&kept_until(&owner, item, day).await, day);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_mean_the_day_of_the_policys_clock_and_not_of_utc() {
    let (cofre, owner, item) = ready().await;
    // Half an hour past midnight in Stockholm it is still yesterday in UTC.
    let midnight = (today(&cofre) + Days::new(2)).and_time(NaiveTime::MIN).and_local_timezone(STOCKHOLM).unwrap();
    cofre.clock.advance(midnight + TimeDelta::minutes(30) - cofre.clock.now().with_timezone(&STOCKHOLM));
    let owner_again = owner.sign_in(tests::OWNER).await;
    let (local, utc) = (today(&cofre), cofre.clock.now().date_naive());
    assert_eq!(utc + Days::new(1), local);
    let answer = owner_again.post(&format!("/items/{item}/backup"), &json!({"retain_until": utc})).await;
    answer.field(Code::RetainUntilInPast, "retain_until", FieldReason::InPast);
    is_end_of(&kept_until(&owner_again, item, local).await, local);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_yesterday_and_what_is_no_day() {
    let (cofre, owner, item) = ready().await;
    let route = format!("/items/{item}/backup");
    let yesterday = today(&cofre) - Days::new(1);
    let answer = owner.post(&route, &json!({"retain_until": yesterday})).await;
    answer.field(Code::RetainUntilInPast, "retain_until", FieldReason::InPast);
    assert_eq!(answer.status, 422);
    let far = today(&cofre) + Days::new(366 * 120);
    owner.post(&route, &json!({"retain_until": far})).await.field(
        Code::InvalidInput,
        "retain_until",
        FieldReason::Refused,
    );
    owner.post(&route, &json!({"retain_until": "soon"})).await.problem(Code::InvalidInput);
    owner.post(&route, &json!({"keep": 1})).await.problem(Code::InvalidInput);
    owner.post(&format!("/items/{}/backup", Uuid::nil()), &json!({})).await.problem(Code::NotFound);
    assert!(owner.list::<Job>(&format!("/jobs?item_id={item}")).await.is_empty());
}

/// The same, on a server that runs no job any more.
async fn ready_and_idle() -> (Cofre, Client, ItemId) {
    let (cofre, _, item) = ready().await;
    let cofre = Cofre::start_on(cofre.stop().await, |config| config.jobs_at_once = 0).await.unwrap();
    let owner = cofre.nobody().sign_in(tests::OWNER).await;
    (cofre, owner, item)
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_a_second_backup_while_one_is_to_end() {
    let (_cofre, owner, item) = ready_and_idle().await;
    let first = owner.back_up(item).await;
    assert_eq!(owner.item(item).await.active_job, Some(first.id));
    let route = format!("/items/{item}/backup");
    owner.post(&route, &json!({})).await.problem(Code::UserErrorBackupOperationInProgress);
    owner.call(&format!("/jobs/{}/cancel", first.id)).await.is(200);
    assert_eq!(owner.item(item).await.active_job, None);
    owner.back_up(item).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_accept_one_of_two_backups_that_are_asked_for_at_once() {
    let (_cofre, owner, item) = ready_and_idle().await;
    let (route, body) = (format!("/items/{item}/backup"), json!({}));
    let (one, other) = tokio::join!(owner.post(&route, &body), owner.post(&route, &body));
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [202, 409], "{one:?} {other:?}");
}
