//! The main path on a real server: sample machines, a vault, backups, disks back byte for byte, with Cofre and with restic alone.

use std::fs;
use std::path::{Path, PathBuf};

use shared::item::{Item, ProtectionState};
use shared::job::Job;
use shared::machine::{DiskFormat, Machine};
use tests::{Cofre, content, images, restic};

/// A file of a disk as raw bytes.
fn as_raw(file: &Path) -> PathBuf {
    if file.extension().is_some_and(|ending| ending == "qcow2") { images::to_raw(file) } else { file.to_owned() }
}

/// The image that the machine's disk lies in.
fn source(cofre: &Cofre, machine: &Machine, disk: usize) -> PathBuf {
    let disk = &machine.disks[disk];
    let file = format!("{}.{}", disk.name, disk.format.extension());
    cofre.place.data().join("samples").join(&machine.name).join(file)
}

#[tokio::test(flavor = "multi_thread")]
async fn should_bring_every_sample_disk_back_byte_for_byte() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let job: Job = owner.call("/sample-disks").await.body(202);
    owner.completed(job.id).await;
    let machines: Vec<Machine> = owner.list("/machines").await;
    let shape: Vec<_> = machines.iter().map(|one| (one.name.as_str(), one.disks.len())).collect();
    assert_eq!(shape, [("db-01", 2), ("files-01", 1), ("web-01", 1)]);
    assert_eq!(machines[1].disks[0].format, DiskFormat::Qcow2);
    let vault = owner.add_vault("prod").await;
    let mut jobs = Vec::new();
    for machine in &machines {
        let item = owner.protect(&machine.name, vault.id).await;
        assert_eq!((item.state, item.recovery_points), (ProtectionState::IRPending, 0));
        jobs.push(owner.back_up(item.id).await.id);
    }
    for job in jobs {
        owner.completed(job).await;
    }
    let items: Vec<Item> = owner.list("/items").await;
    assert!(items.iter().all(|item| item.state == ProtectionState::Protected && item.recovery_points == 1));
    let password = owner.password(vault.id).await;
    restic::check(&password);
    for (machine, item) in machines.iter().zip(&items) {
        let point = owner.points(item.id).await.remove(0);
        let folder = owner.restored(point.id, &cofre.place.restores(), &machine.name, DiskFormat::Raw).await;
        for number in 0..machine.disks.len() {
            let source = as_raw(&source(&cofre, machine, number));
            let restored = folder.join(format!("{}.raw", machine.disks[number].name));
            assert!(content::same(&restored, &source).unwrap(), "{}", restored.display());
            // One machine is enough to show it, and restic takes its time.
            if machine.name == "web-01" {
                restic::same_disk(&password, &point.snapshot, &machine.disks[number].name, &source);
            }
        }
        fs::remove_dir_all(folder).unwrap();
    }
    cofre.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_store_nothing_that_can_be_read_without_the_password() {
    let marker = b"a-marker-that-must-not-be-seen";
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let mut disk = content::noise(2 * content::CHUNK, 9);
    disk[1000..1000 + marker.len()].copy_from_slice(marker);
    images::raw(&cofre.place.images().join("machine-with-a-name.raw"), &disk);
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("prod").await;
    let item = owner.protect("machine-with-a-name", vault.id).await.id;
    owner.backed_up(item).await;
    let mut files = Vec::new();
    files_below(Path::new(&vault.repository), &mut files);
    assert!(files.len() > 4, "{files:?}");
    for file in files {
        let bytes = fs::read(&file).unwrap();
        for word in [&marker[..], b"machine-with-a-name"] {
            let seen = bytes.windows(word.len()).any(|window| window == word);
            assert!(!seen, "{} shows {}", file.display(), String::from_utf8_lossy(word));
        }
    }
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files_below(&path, found) } else { found.push(path) }
    }
}
