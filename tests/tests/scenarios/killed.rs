//! The server killed with SIGKILL at moments of a backup: after the next start the job ends, and nothing is lost.

use std::path::{Path, PathBuf};

use rustix::fs::inotify;
use shared::id::JobId;
use shared::job::{Job, JobState, Phase};
use shared::machine::DiskFormat;
use shared::maintenance::{Maintenance, VerifyScope, VerifyVault};
use shared::problem::Code;
use shared::recovery_point::RecoveryPoint;
use shared::vault::Vault;
use tests::{Client, OWNER, Place, Process, all_disks, content, restic};

use crate::program::{LARGE, SMALL, item, nothing_is_lost, serve, with_two_machines};

/// A place with two machines, the backup of the large one accepted.
async fn backing_up() -> (Place, Process, Client, tests::Live, JobId) {
    let place = Place::slow();
    let (process, owner) = with_two_machines(&place).await;
    let live = owner.live().await;
    let job = owner.back_up(item(&owner, LARGE).await).await.id;
    (place, process, owner, live, job)
}

/// Starts the server again; the job must end well, in its second run, and nothing may be lost.
async fn ends_well_after_the_restart(place: &Place, id: JobId) -> (Process, Client) {
    let process = Process::start_again(serve(place)).unwrap();
    let owner = process.nobody().sign_in(OWNER).await;
    let job = owner.completed(id).await;
    assert_eq!(job.attempt, 2);
    let points = owner.points(item(&owner, LARGE).await).await;
    assert_eq!(points.iter().map(|point| point.id).collect::<Vec<_>>(), [job.recovery_point_id.unwrap()]);
    nothing_is_lost(place, &owner).await;
    (process, owner)
}

#[tokio::test(flavor = "multi_thread")]
async fn should_run_a_job_that_was_queued_when_the_server_was_killed() {
    let (place, process, owner, mut live, first) = backing_up().await;
    live.progress(first, |progress| progress.done_bytes > 0).await;
    let queued = owner.back_up(item(&owner, SMALL).await).await.id;
    assert_eq!(owner.job(queued).await.state, JobState::Queued);
    process.kill();
    let (_process, owner) = ends_well_after_the_restart(&place, first).await;
    let job = owner.completed(queued).await;
    assert_eq!(job.attempt, 1, "it had not begun");
    assert_eq!(owner.points(item(&owner, SMALL).await).await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_survive_a_kill_while_the_snapshot_is_taken() {
    let place = Place::slow();
    let (process, _) = with_two_machines(&place).await;
    // Begun anew, the server has no vault open: opening it takes its time, within the first phase.
    process.kill();
    let process = Process::start_again(serve(&place)).unwrap();
    let owner = process.nobody().sign_in(OWNER).await;
    let mut live = owner.live().await;
    let job = owner.back_up(item(&owner, LARGE).await).await.id;
    let seen = live.progress(job, |_| true).await;
    process.kill();
    assert_eq!(seen.done_bytes, 0);
    assert!(matches!(seen.current_phase(), None | Some(Phase::TakeSnapshot)), "{seen:?}");
    ends_well_after_the_restart(&place, job).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_survive_a_kill_early_in_the_transfer() {
    let (place, process, _, mut live, job) = backing_up().await;
    live.progress(job, |progress| progress.done_bytes > 0).await;
    process.kill();
    ends_well_after_the_restart(&place, job).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_survive_a_kill_late_in_the_transfer_and_use_what_was_stored() {
    let (place, process, _, mut live, job) = backing_up().await;
    let seen =
        live.progress(job, |progress| progress.total_bytes > 0 && progress.done_bytes > progress.total_bytes / 2).await;
    process.kill();
    assert_eq!(seen.current_phase(), Some(Phase::TransferData));
    ends_well_after_the_restart(&place, job).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_go_on_with_a_restore_that_was_cut_off() {
    let (place, process, owner, mut live, backup) = backing_up().await;
    let point = owner.completed(backup).await.recovery_point_id.unwrap();
    let request = all_disks(&place.restores(), "back", DiskFormat::Raw);
    let job = owner.ask_restore(point, &request).await.body::<Job>(202).id;
    live.progress(job, |progress| progress.done_bytes > 0).await;
    process.kill();
    let process = Process::start_again(serve(&place)).unwrap();
    let owner = process.nobody().sign_in(OWNER).await;
    assert_eq!(owner.completed(job).await.attempt, 2);
    let log = owner.log(job).await;
    assert!(log.iter().any(|line| line.contains("was begun before")), "{log:#?}");
    let image = place.images().join(format!("{LARGE}.raw"));
    assert!(content::same(&place.restores().join("back").join(format!("{LARGE}.raw")), &image).unwrap());
    assert_eq!(std::fs::read_dir(place.restores()).unwrap().count(), 1, "no hidden folder is left");
    nothing_is_lost(&place, &owner).await;
}

/// The snapshot is in the vault and nobody has noted it: the next run uses it and makes no second one.
#[tokio::test(flavor = "multi_thread")]
async fn should_adopt_the_point_that_was_stored_when_the_server_was_killed_while_validating() {
    let place = Place::slow();
    let (process, owner) = with_two_machines(&place).await;
    let repository = PathBuf::from(owner.list::<Vault>("/vaults").await.remove(0).repository);
    let watch = Watch::new(&repository.join("snapshots"));
    let job = owner.back_up(item(&owner, LARGE).await).await.id;
    let watch = tokio::task::spawn_blocking(move || {
        watch.until_something_appears();
        process.kill();
    });
    watch.await.unwrap();
    let (_process, owner) = ends_well_after_the_restart(&place, job).await;
    let log = owner.log(job).await;
    assert!(log.iter().any(|line| line.contains("its point is used")), "{log:#?}");
    assert_eq!(std::fs::read_dir(repository.join("snapshots")).unwrap().count(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_give_a_job_up_that_the_server_does_not_survive_three_times() {
    let (place, mut process, _, mut live, id) = backing_up().await;
    for _ in 0..2 {
        live.progress(id, |progress| progress.done_bytes > 0).await;
        process.kill();
        process = Process::start_again(serve(&place)).unwrap();
        live = process.nobody().sign_in(OWNER).await.live().await;
    }
    live.progress(id, |progress| progress.done_bytes > 0).await;
    process.kill();
    let process = Process::start_again(serve(&place)).unwrap();
    let owner = process.nobody().sign_in(OWNER).await;
    let job = owner.ended(id).await;
    let JobState::Failed { error, .. } = &job.state else { panic!("{:?}", job.state) };
    assert!(error.code == Code::Interrupted && error.cause.contains("3 times"), "{error:?}");
    assert_eq!(job.attempt, 3);
    nothing_is_lost(&place, &owner).await;
    let again: Job = owner.call(&format!("/jobs/{id}/retry")).await.body(202);
    owner.completed(again.id).await;
}

/// A verification proves nothing before it ends: begun anew, it proves all of it.
#[tokio::test(flavor = "multi_thread")]
async fn should_verify_anew_when_the_server_was_killed_while_packs_were_read() {
    let (place, process, owner, mut live, backup) = backing_up().await;
    owner.completed(backup).await;
    let vault = owner.list::<Vault>("/vaults").await.remove(0).id;
    let everything = VerifyVault { scope: VerifyScope::Everything };
    let job: Job = owner.post(&format!("/vaults/{vault}/verify"), &everything).await.body(202);
    live.progress(job.id, |progress| progress.done_bytes > 0).await;
    process.kill();
    let process = Process::start_again(serve(&place)).unwrap();
    let owner = process.nobody().sign_in(OWNER).await;
    assert_eq!(owner.completed(job.id).await.attempt, 2);
    let said: Maintenance = owner.show(&format!("/vaults/{vault}/maintenance")).await;
    assert_eq!(said.everything.map(|last| (last.job_id, last.points, last.problems)), Some((job.id, 2, 0)));
    nothing_is_lost(&place, &owner).await;
}

/// The server is killed as soon as the list of the condemned is in the vault, before or after the indexes are swapped.
#[tokio::test(flavor = "multi_thread")]
async fn should_prune_anew_when_the_server_was_killed_while_packs_were_condemned() {
    let (place, process, owner, _, backup) = backing_up().await;
    let done = owner.completed(backup).await;
    let vault = owner.list::<Vault>("/vaults").await.remove(0);
    let point: RecoveryPoint = owner.show(&format!("/recovery-points/{}", done.recovery_point_id.unwrap())).await;
    let password = owner.password(vault.id).await;
    let forgotten = restic::run(&password, &["forget", &point.snapshot]);
    assert!(forgotten.status.success(), "{forgotten:?}");
    let watch = Watch::new(&PathBuf::from(&vault.repository).join("condemned"));
    let job: Job = owner.call(&format!("/vaults/{}/prune", vault.id)).await.body(202);
    let watch = tokio::task::spawn_blocking(move || {
        watch.until_something_appears();
        process.kill();
    });
    watch.await.unwrap();
    let process = Process::start_again(serve(&place)).unwrap();
    let owner = process.nobody().sign_in(OWNER).await;
    assert_eq!(owner.completed(job.id).await.attempt, 2);
    let said: Maintenance = owner.show(&format!("/vaults/{}/maintenance", vault.id)).await;
    assert!(said.prune.is_some_and(|last| last.job_id == job.id && last.in_grace.packs > 0), "{said:?}");
    restic::check(&password);
    let small = owner.points(item(&owner, SMALL).await).await.remove(0).snapshot;
    restic::same_disk(&password, &small, SMALL, &place.images().join(format!("{SMALL}.raw")));
}

/// Waits for a file to get its name in a folder, without looking again and again.
struct Watch(rustix::fd::OwnedFd);

impl Watch {
    fn new(folder: &Path) -> Self {
        let watch = inotify::init(inotify::CreateFlags::CLOEXEC).unwrap();
        let named = inotify::WatchFlags::CREATE | inotify::WatchFlags::MOVED_TO;
        inotify::add_watch(&watch, folder, named).unwrap();
        Self(watch)
    }

    fn until_something_appears(&self) {
        let mut buffer = [std::mem::MaybeUninit::uninit(); 4096];
        let mut reader = inotify::Reader::new(&self.0, &mut buffer);
        loop {
            let event = reader.next().unwrap();
            let name = event.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            // A name of 64 hexadecimal digits is the finished file.
            if name.len() == 64 {
                return;
            }
        }
    }
}
