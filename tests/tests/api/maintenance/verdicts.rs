//! What verifications say of points and items, and what they never say.

use std::fs;

use shared::health::Health;
use shared::item::Item;
use shared::job::{JobKind, JobState, PhaseStatus};
use shared::maintenance::{Verdict, VerifyScope};
use shared::notification::{Notification, Severity};
use shared::overview::Overview;
use shared::problem::Code;
use shared::recovery_point::RecoveryPoint;
use tests::restic;

use super::two_machines::{TwoMachines, write_over};

#[tokio::test(flavor = "multi_thread")]
async fn should_say_of_every_point_that_it_was_found_whole() {
    let two = TwoMachines::new().await;
    assert_eq!(two.owner.item(two.web).await.verdict, Verdict::NotVerified);
    let job = two.verified(VerifyScope::Everything).await;
    assert!(matches!(job.state, JobState::Completed { .. }), "{:?}", job.state);
    assert_eq!((job.kind, job.subject.as_str()), (JobKind::Verify, "prod"));
    assert!(job.progress.phases.iter().all(|phase| phase.status == PhaseStatus::Completed));
    assert!(job.progress.total_bytes > 0 && job.progress.done_bytes == job.progress.total_bytes);
    let said = two.maintenance().await;
    let everything = said.everything.expect("it came to its end");
    assert_eq!((everything.job_id, everything.problems, everything.points), (job.id, 0, 2));
    assert!(everything.packs > 0 && everything.read_packs == everything.packs && everything.read_bytes > 0);
    assert_eq!((said.sample, said.active_job, said.damaged_points), (None, None, 0));
    for item in [two.web, two.mail] {
        let whole = Verdict::Verified { at: everything.at, scope: VerifyScope::Everything };
        assert_eq!(two.owner.points(item).await[0].verdict, whole);
        let item = two.owner.item(item).await;
        assert_eq!((item.verdict, item.health), (whole, Health::Healthy));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_name_exactly_the_points_that_a_bad_pack_hurts_until_it_is_whole_again() {
    let two = TwoMachines::new().await;
    two.verified(VerifyScope::Everything).await;
    let (pack, whole) = two.hurt_web();
    let job = two.verified(VerifyScope::Everything).await;
    let JobState::CompletedWithWarnings { warnings, .. } = &job.state else { panic!("{:?}", job.state) };
    let name = pack.file_name().unwrap().to_str().unwrap();
    assert!(warnings.len() == 1 && warnings[0].code == Code::VaultDamaged, "{warnings:?}");
    assert!(warnings[0].cause.contains(name), "{warnings:?}");
    let web = two.owner.item(two.web).await;
    let Verdict::Damaged { job_id, causes, .. } = &web.verdict else { panic!("{:?}", web.verdict) };
    assert!(*job_id == job.id && causes.len() == 1 && causes[0].what.contains(name), "{causes:?}");
    assert_eq!(web.health, Health::Damaged);
    assert_eq!(two.owner.points(two.web).await[0].verdict, web.verdict);
    assert_eq!(two.owner.item(two.mail).await.health, Health::Healthy);
    assert_eq!(two.maintenance().await.damaged_points, 1);
    everywhere(&two, 1).await;

    write_over(&pack, &whole);
    let job = two.verified(VerifyScope::Everything).await;
    assert!(matches!(job.state, JobState::Completed { .. }), "{:?}", job.state);
    assert_eq!(two.owner.item(two.web).await.health, Health::Healthy);
    assert_eq!(two.maintenance().await.damaged_points, 0);
    everywhere(&two, 0).await;
}

/// Lists, counts and the bell say the same.
async fn everywhere(two: &TwoMachines, damaged: u64) {
    let listed: Vec<Item> = two.owner.list("/items?health=Damaged").await;
    assert_eq!(listed.len() as u64, damaged);
    let counts = two.owner.vault(two.vault.id).await.items;
    assert_eq!((counts.total, counts.damaged, counts.healthy), (2, damaged, 2 - damaged));
    let overview: Overview = two.owner.show("/overview").await;
    assert_eq!((overview.counts.damaged, overview.counts.protected()), (damaged, 2 - damaged));
    let unverified: Vec<RecoveryPoint> =
        two.owner.list(&format!("/items/{}/recovery-points?verified=false", two.web)).await;
    assert_eq!(unverified.len() as u64, damaged);
    let bell: Vec<Notification> = two.owner.list("/notifications").await;
    assert_eq!(bell[0].happening.severity(), if damaged > 0 { Severity::Error } else { Severity::Success });
}

#[tokio::test(flavor = "multi_thread")]
async fn should_take_no_damage_back_by_a_sample_or_by_a_new_point() {
    let two = TwoMachines::new().await;
    let (pack, whole) = two.hurt_web();
    two.verified(VerifyScope::Everything).await;
    // As many samples as there are packs read each of them once, the bad one too.
    let packs = two.maintenance().await.everything.unwrap().packs;
    let mut read = 0;
    for _ in 0..packs {
        two.verified(VerifyScope::Sample).await;
        read += two.maintenance().await.sample.unwrap().read_packs;
        assert_eq!(two.owner.item(two.web).await.health, Health::Damaged);
    }
    // What was changed in a pack from outside is not looked at twice in a turn.
    assert_eq!(read, packs);
    let mail = two.owner.item(two.mail).await;
    assert!(matches!(mail.verdict, Verdict::Verified { scope: VerifyScope::Sample, .. }), "{:?}", mail.verdict);
    // The new point rests on the same data. Its own validation reads one chunk, now and then the bad one; then there is no new point.
    let mut is_made = false;
    while !is_made {
        let job = two.owner.back_up(two.web).await.id;
        is_made = matches!(two.owner.ended(job).await.state, JobState::Completed { .. });
    }
    two.verified(VerifyScope::Sample).await;
    assert_eq!(two.owner.item(two.web).await.health, Health::Damaged);
    write_over(&pack, &whole);
    two.verified(VerifyScope::Everything).await;
    assert_eq!(two.owner.item(two.web).await.health, Health::Healthy);
    restic::check(&two.owner.password(two.vault.id).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_call_nothing_damaged_while_the_storage_is_away() {
    let two = TwoMachines::new().await;
    two.verified(VerifyScope::Everything).await;
    let before = two.maintenance().await;
    let away = two.cofre.place.path("away");
    fs::rename(&two.vault.repository, &away).unwrap();
    for scope in [VerifyScope::Sample, VerifyScope::Everything] {
        let job = two.verified(scope).await;
        let JobState::Failed { error, .. } = &job.state else { panic!("{:?}", job.state) };
        assert_eq!(error.code, Code::VaultUnreachable, "{error:?}");
    }
    assert_eq!(two.maintenance().await, before);
    assert_eq!(two.owner.item(two.web).await.health, Health::Healthy);
    fs::rename(&away, &two.vault.repository).unwrap();
    assert!(matches!(two.verified(VerifyScope::Everything).await.state, JobState::Completed { .. }));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_say_of_a_point_whose_snapshot_is_gone_that_it_cannot_be_restored() {
    let two = TwoMachines::new().await;
    let point = two.owner.points(two.web).await.remove(0);
    let password = two.owner.password(two.vault.id).await;
    assert!(restic::run(&password, &["forget", &point.snapshot]).status.success());
    let job = two.verified(VerifyScope::Sample).await;
    assert!(matches!(job.state, JobState::CompletedWithWarnings { .. }), "{:?}", job.state);
    let Verdict::Damaged { causes, .. } = two.owner.points(two.web).await.remove(0).verdict else { panic!("damaged") };
    assert!(causes[0].what.contains(&point.snapshot) && causes[0].why.contains("missing"), "{causes:?}");
    assert_eq!(two.owner.item(two.web).await.health, Health::Damaged);
    assert_eq!(two.owner.item(two.mail).await.health, Health::Healthy);
}
