//! Storage that is full: the job says so, nothing is lost, and once there is room again the next backup goes well.
//!
//! The server runs in a mount namespace of its own, where a small file system stands in the place of its storage. It goes with the server.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use rustix::fs::{FallocateFlags, fallocate};
use shared::job::{Job, JobState};
use shared::machine::DiskFormat;
use shared::problem::Code;
use tests::{NORTH, Place, Process, all_disks, content, images, restic};

use crate::program;

const MIB: u64 = 1 << 20;

/// What serves a place with so much room, in mebibytes, at a path.
fn serve_with_room(place: &Place, mib: u64, at: &Path) -> Command {
    fs::create_dir_all(at).unwrap();
    let serve = program::serve(place);
    let mut command = Command::new("unshare");
    // Root may mount as it is; anyone else as the root of a namespace of users.
    let namespaces: &[&str] =
        if rustix::process::geteuid().is_root() { &["--mount"] } else { &["--mount", "--map-root-user"] };
    command.args(namespaces).args([
        "sh",
        "-c",
        "mount -t tmpfs -o size=\"$1\"m,mode=700 room \"$2\" && shift 2 && exec \"$@\"",
        "sh",
    ]);
    command.arg(mib.to_string()).arg(at).arg(serve.get_program()).args(serve.get_args());
    command
}

/// A path as the server's mount namespace has it.
fn as_seen_by(process: &Process, path: &Path) -> PathBuf {
    Path::new("/proc").join(process.id().to_string()).join("root").join(path.strip_prefix("/").unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn should_say_that_the_vaults_storage_is_full_and_go_on_when_there_is_room() {
    let place = Place::new();
    let (small, large) = (place.images().join("small.raw"), place.images().join("large.raw"));
    images::raw(&small, &content::disk(1));
    content::write_large(&large, 128, 2).unwrap();
    let storage = place.storage(NORTH);
    let (process, owner) = Process::start_new(serve_with_room(&place, 160, &storage)).await;
    owner.add_host("rack", &place.images()).await;
    let vault = owner.add_vault("prod").await;
    assert_eq!(vault.usage.capacity_bytes, Some(160 * MIB), "the small file system is in its place");
    let before = owner.backed_up(owner.protect("small", vault.id).await.id).await;
    // Room for the first pack of 32 MiB and not for all of them.
    let filler = as_seen_by(&process, &storage.join("filler"));
    fallocate(File::create(&filler).unwrap(), FallocateFlags::empty(), 0, 110 * MIB).unwrap();
    let item = owner.protect("large", vault.id).await.id;
    let job = owner.back_up(item).await.id;
    let failed = owner.ended(job).await;
    let JobState::Failed { error, .. } = failed.state else { panic!("{:?}", failed.state) };
    assert!(error.code == Code::VaultFull && !error.cause.is_empty(), "{error:?}");
    assert!(owner.points(item).await.is_empty());
    owner.restored(before.id, &place.restores(), "while-full", DiskFormat::Raw).await;
    assert!(content::same(&place.restores().join("while-full/small.raw"), &small).unwrap());
    fs::remove_file(filler).unwrap();
    let again: Job = owner.call(&format!("/jobs/{job}/retry")).await.body(202);
    let point = owner.completed(again.id).await.recovery_point_id.unwrap();
    owner.restored(point, &place.restores(), "after", DiskFormat::Raw).await;
    assert!(content::same(&place.restores().join("after/large.raw"), &large).unwrap());
    let password = owner.password(vault.id).await;
    restic::check_in(&as_seen_by(&process, Path::new(&password.repository)), &password);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_a_restore_that_has_no_room() {
    let place = Place::new();
    images::raw(&place.images().join("web.raw"), &content::noise(4 * content::CHUNK, 1));
    let root = place.restores();
    let (process, owner) = Process::start_new(serve_with_room(&place, 1, &root)).await;
    owner.add_host("rack", &place.images()).await;
    let vault = owner.add_vault("prod").await;
    let point = owner.backed_up(owner.protect("web", vault.id).await.id).await;
    fs::write(as_seen_by(&process, &root.join("mine")), vec![1; 64 << 10]).unwrap();
    let answer = owner.ask_restore(point.id, &all_disks(&root, "back", DiskFormat::Raw)).await;
    let problem = answer.problem(Code::NotEnoughSpace);
    assert!(problem.detail.unwrap().contains(&(4 * content::CHUNK).to_string()), "it says how much is needed");
    let left = fs::read_dir(as_seen_by(&process, &root)).unwrap().map(|one| one.unwrap().file_name());
    assert_eq!(left.collect::<Vec<_>>(), ["mine"]);
}
