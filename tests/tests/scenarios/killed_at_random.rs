//! The server killed with SIGKILL at thirty moments that chance chooses, under the load of four backups at a time: every job ends, well or with its
//! reason, every point that was published is one whole state of its disk, and restic finds nothing wrong.
//!
//! The seed is printed when the test fails; `COFRE_SEED` chooses the same moments again, as far as two runs are alike.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use shared::auth::Role;
use shared::id::ItemId;
use shared::job::{Job, JobState};
use shared::machine::DiskFormat;
use shared::problem::Code;
use tests::{Client, Place, Process, content, everything, images, restic};
use uuid::Uuid;

use crate::program;

const KILLS: u64 = 30;
const MACHINES: u64 = 4;
/// Large enough to be under way for a while, small enough to be many.
const DISK_BYTES: usize = 6 << 20;
/// The latest moment after all four backups were accepted. An idle machine is done with them by then.
const LATEST_MS: u64 = 600;

fn serve(place: &Place) -> Command {
    Process::command(program::path(), place, "jobs_at_once = 4")
}

/// One number after the other, the same for the same seed.
struct Chance(u64);

impl Chance {
    fn new() -> Self {
        let again = std::env::var("COFRE_SEED").ok().and_then(|text| text.parse().ok());
        Self(again.unwrap_or_else(|| Uuid::now_v7().as_u64_pair().1))
    }

    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

fn name(machine: u64) -> String {
    format!("machine{machine}")
}

/// The state of a disk before the server is started for this time: what stays, and what is new.
fn state(machine: u64, start: u64) -> Vec<u8> {
    let mut disk = content::noise(DISK_BYTES / 2, 1 + machine);
    disk.extend(content::noise(DISK_BYTES / 4, 1000 + machine * 100 + start));
    disk.extend(content::text(DISK_BYTES / 4, start));
    disk
}

fn change_disks(place: &Place, start: u64) {
    for machine in 0..MACHINES {
        let image = place.images().join(format!("{}.raw", name(machine)));
        if start == 0 {
            images::raw(&image, &state(machine, 0));
        } else {
            // In place: a new file would be another machine.
            std::os::unix::fs::FileExt::write_all_at(
                &fs::File::options().write(true).open(&image).unwrap(),
                &state(machine, start),
                0,
            )
            .unwrap();
        }
    }
}

/// Asks for a backup of every machine; one that is still under way has it already.
async fn load(owner: &Client, items: &[ItemId]) {
    for item in items {
        let answer = owner.post(&format!("/items/{item}/backup"), &shared::item::BackupNow::default()).await;
        assert!(matches!(answer.status, 202 | 409), "{answer:?}");
    }
}

/// All jobs, when none of them is to end any more.
async fn all_ended(owner: &Client) -> Vec<Job> {
    for job in owner.list::<Job>("/jobs?status=active&limit=500").await {
        owner.ended(job.id).await;
    }
    owner.list("/jobs?limit=500").await
}

/// Every job has come to an end that says why.
fn have_reasons(jobs: &[Job]) {
    for job in jobs {
        match &job.state {
            JobState::Completed { .. } => {}
            JobState::Failed { error, .. } => {
                assert!(error.code == Code::Interrupted && !error.cause.is_empty(), "{:?}: {error:?}", job.kind);
            }
            other => panic!("{:?} of {} is {other:?}", job.kind, job.subject),
        }
    }
}

/// Every point holds one of the states that its disk had, from its first byte to its last; answers how many points there are.
async fn points_are_whole(place: &Place, owner: &Client, items: &[ItemId]) -> usize {
    let mut count = 0;
    for (machine, item) in (0..MACHINES).zip(items) {
        let states: HashMap<Vec<u8>, u64> = (0..=KILLS).map(|start| (state(machine, start), start)).collect();
        for point in owner.points(*item).await {
            let folder =
                owner.restored(point.id, &place.restores(), &format!("back-{}", point.id), DiskFormat::Raw).await;
            let bytes = fs::read(folder.join(format!("{}.raw", name(machine)))).unwrap();
            assert!(states.contains_key(&bytes), "point {} of {} is no state of its disk", point.id, name(machine));
            remove(&folder);
            count += 1;
        }
    }
    count
}

fn remove(folder: &Path) {
    fs::remove_dir_all(folder).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn should_lose_nothing_however_often_it_is_killed_at_whatever_moment() {
    let mut chance = Chance::new();
    eprintln!("COFRE_SEED={}", chance.0);
    let place = Place::new();
    change_disks(&place, 0);
    let (mut process, owner) = Process::start_new(serve(&place)).await;
    owner.add_host("rack", &place.images()).await;
    let vault = owner.add_vault("prod").await;
    let mut items = Vec::new();
    for machine in 0..MACHINES {
        items.push(owner.protect(&name(machine), vault.id).await.id);
    }
    // A token outlives the server, and is checked quickly.
    let script = owner.add_token(everything(Role::Owner)).await;
    for start in 1..=KILLS {
        let owner = script.moved_to(&process.nobody());
        load(&owner, &items).await;
        // The moment is the test's own; it is not that something is waited for.
        tokio::time::sleep(Duration::from_millis(chance.below(LATEST_MS))).await;
        process.kill();
        change_disks(&place, start);
        process = Process::start_again(serve(&place)).unwrap();
    }
    let owner = script.moved_to(&process.nobody());
    let jobs = all_ended(&owner).await;
    have_reasons(&jobs);
    let backups = jobs.iter().filter(|job| job.item_id.is_some());
    let completed = backups.clone().filter(|job| matches!(job.state, JobState::Completed { .. })).count();
    let interrupted = backups.filter(|job| job.attempt > 1).count();
    assert!(interrupted > 0, "no kill met a backup on its way");
    assert_eq!(points_are_whole(&place, &owner, &items).await, completed);
    // Whoever works with the vault next removes the locks of the dead; without a point to restore nobody has worked with it yet.
    for item in &items {
        owner.backed_up(*item).await;
    }
    restic::check(&owner.password(vault.id).await);
}
