//! `POST /recovery-points/{id}/restore`, `/restore-roots`: disks come back as they were, and never over anything.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, symlink};

use serde_json::json;
use shared::id::RecoveryPointId;
use shared::job::{Job, JobKind, JobState, Phase, PhaseStatus};
use shared::machine::DiskFormat;
use shared::problem::{Code, FieldReason};
use shared::restore::{RestoreDisks, RestoreRoot};
use tests::{Client, Cofre, Place, all_disks, content, images};

/// A server with a point of a machine with a raw and a qcow2 disk.
async fn with_point() -> (Cofre, Client, RecoveryPointId) {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    images::raw(&cofre.place.images().join("web/root.raw"), &content::disk(1));
    images::qcow2(&cofre.place.images().join("web/data.qcow2"), &data());
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("prod").await;
    let item = owner.protect("web", vault.id).await.id;
    let point = owner.backed_up(item).await.id;
    (cofre, owner, point)
}

/// Whole sectors, as qcow2 has them, with a large hole.
fn data() -> Vec<u8> {
    let mut data = content::noise(content::CHUNK, 7);
    data.resize(40 * content::CHUNK, 0);
    data.extend(content::text(content::CHUNK, 8));
    data
}

#[tokio::test(flavor = "multi_thread")]
async fn should_write_raw_files_that_equal_the_source_and_keep_the_holes() {
    let (cofre, owner, point) = with_point().await;
    let folder = owner.restored(point, &cofre.place.restores(), "back", DiskFormat::Raw).await;
    assert!(fs::read(folder.join("root.raw")).unwrap() == content::disk(1));
    assert!(fs::read(folder.join("data.raw")).unwrap() == data());
    let written = fs::metadata(folder.join("data.raw")).unwrap();
    assert!(written.blocks() * 512 < written.len() / 2, "a hole takes no room: {} blocks", written.blocks());
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_write_qcow2_files_that_equal_the_source() {
    let (cofre, owner, point) = with_point().await;
    let folder = owner.restored(point, &cofre.place.restores(), "back", DiskFormat::Qcow2).await;
    assert!(images::read_qcow2(&folder.join("data.qcow2")) == data());
    let mut root = images::read_qcow2(&folder.join("root.qcow2"));
    let source = content::disk(1);
    assert!(root.len() - source.len() < 512 && root.split_off(source.len()).iter().all(|byte| *byte == 0));
    assert!(root == source);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_say_in_its_job_what_it_writes_and_where() {
    let (cofre, owner, point) = with_point().await;
    let request = all_disks(&cofre.place.restores(), "back", DiskFormat::Raw);
    let job: Job = owner.ask_restore(point, &request).await.body(202);
    assert_eq!((job.kind, job.subject.as_str(), job.recovery_point_id), (JobKind::Restore, "web", Some(point)));
    let done = owner.completed(job.id).await;
    assert_eq!(done.target.as_deref(), cofre.place.restores().join("back").to_str());
    let phases: Vec<_> = done.progress.phases.iter().map(|one| (one.phase, one.status)).collect();
    assert_eq!(phases, [Phase::PrepareTarget, Phase::WriteDisks].map(|phase| (phase, PhaseStatus::Completed)));
    assert_eq!(done.progress.disks.len(), 2);
    assert_eq!(done.progress.done_bytes, done.progress.total_bytes);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_write_the_chosen_disks_only() {
    let (cofre, owner, point) = with_point().await;
    let all = all_disks(&cofre.place.restores(), "back", DiskFormat::Raw);
    let some = |disks: &[&str]| {
        let disks = Some(disks.iter().map(|disk| (*disk).to_owned()).collect());
        RestoreDisks { disks, ..all.clone() }
    };
    let unknown = owner.ask_restore(point, &some(&["root", "swap"])).await;
    unknown.field(Code::InvalidInput, "disks", FieldReason::Unknown);
    owner.ask_restore(point, &some(&[])).await.field(Code::InvalidInput, "disks", FieldReason::Required);
    let job: Job = owner.ask_restore(point, &some(&["data"])).await.body(202);
    owner.completed(job.id).await;
    let names = fs::read_dir(cofre.place.restores().join("back")).unwrap().map(|one| one.unwrap().file_name());
    assert_eq!(names.collect::<Vec<_>>(), ["data.raw"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_never_write_over_anything() {
    let (cofre, owner, point) = with_point().await;
    let root = cofre.place.restores();
    fs::write(root.join("file"), "mine").unwrap();
    fs::create_dir(root.join("folder")).unwrap();
    symlink("/nowhere", root.join("link")).unwrap();
    for taken in ["file", "folder", "link"] {
        let answer = owner.ask_restore(point, &all_disks(&root, taken, DiskFormat::Raw)).await;
        answer.field(Code::TargetExists, "folder", FieldReason::Exists);
    }
    assert_eq!(fs::read_to_string(root.join("file")).unwrap(), "mine");
    assert_eq!(fs::read_dir(root.join("folder")).unwrap().count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_write_over_what_came_after_the_job_was_accepted() {
    let cofre = Cofre::start_on(Place::slow(), |config| config.jobs_at_once = 1).await.unwrap();
    let (owner, root) = (cofre.owner().await, cofre.place.restores());
    let image = cofre.place.images().join("web.raw");
    content::write_large(&image, 4, 1).unwrap();
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("prod").await;
    let item = owner.protect("web", vault.id).await.id;
    let point = owner.backed_up(item).await.id;
    // A backup takes the only place, so the restore waits.
    fs::remove_file(&image).unwrap();
    content::write_large(&image, 128, 2).unwrap();
    let backup = owner.back_up(item).await;
    let job: Job = owner.ask_restore(point, &all_disks(&root, "back", DiskFormat::Raw)).await.body(202);
    fs::create_dir(root.join("back")).unwrap();
    assert!(owner.job(backup.id).await.state.is_active(), "the restore has not begun");
    let failed = owner.ended(job.id).await;
    assert!(matches!(&failed.state, JobState::Failed { error, .. } if error.code == Code::TargetExists), "{failed:?}");
    assert_eq!(fs::read_dir(root.join("back")).unwrap().count(), 0);
    assert_eq!(fs::read_dir(&root).unwrap().count(), 1, "nothing hidden is left");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_what_lies_outside_of_the_roots() {
    let (cofre, owner, point) = with_point().await;
    let roots: Vec<RestoreRoot> = owner.show("/restore-roots").await;
    let root = cofre.place.restores();
    assert_eq!(roots.iter().map(|one| one.path.as_str()).collect::<Vec<_>>(), [root.to_str().unwrap()]);
    assert!(roots[0].free_bytes > Some(0));
    for outside in ["/", "/etc", "", "restores", cofre.place.data().to_str().unwrap()] {
        let body = json!({"root": outside, "folder": "back", "format": "raw"});
        let answer = owner.post(&format!("/recovery-points/{point}/restore"), &body).await;
        answer.field(Code::PathOutsideRoots, "root", FieldReason::OutsideRoots);
    }
    for bad in ["..", ".", "../x", "a/b", "/etc/x", "", ".hidden", "a\u{0}b"] {
        let body = json!({"root": root, "folder": bad, "format": "raw"});
        owner.post(&format!("/recovery-points/{point}/restore"), &body).await.problem(Code::InvalidInput);
    }
    assert_eq!(fs::read_dir(&root).unwrap().count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_leave_nothing_behind_when_it_is_cancelled() {
    let cofre = Cofre::start_slow().await;
    let owner = cofre.owner().await;
    content::write_large(&cofre.place.images().join("web.raw"), 64, 1).unwrap();
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("prod").await;
    let item = owner.protect("web", vault.id).await.id;
    let point = owner.backed_up(item).await.id;
    let root = cofre.place.restores();
    let mut live = owner.live().await;
    let job: Job = owner.ask_restore(point, &all_disks(&root, "back", DiskFormat::Raw)).await.body(202);
    live.progress(job.id, |progress| progress.done_bytes > 0).await;
    owner.call(&format!("/jobs/{}/cancel", job.id)).await.is(200);
    let ended = owner.ended(job.id).await;
    assert!(matches!(ended.state, JobState::Cancelled { .. }), "{:?}", ended.state);
    assert_eq!(fs::read_dir(&root).unwrap().count(), 0);
    let again: Job = owner.call(&format!("/jobs/{}/retry", job.id)).await.body(202);
    owner.completed(again.id).await;
    assert!(content::same(&root.join("back/web.raw"), &cofre.place.images().join("web.raw")).unwrap());
}
