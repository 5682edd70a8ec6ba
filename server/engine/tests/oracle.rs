//! What we write, judged by the real `restic`.
#![allow(clippy::unwrap_used)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::{CHUNK, Place, noise, request, restic, text};

/// Some of everything: noise, text, zeros, and a last chunk that is short.
fn mixed_disk() -> Vec<u8> {
    let mut disk = noise(3 * CHUNK + 17, 1);
    disk.extend(vec![0; 2 * CHUNK]);
    disk.extend(text(5 * CHUNK, 2));
    disk.resize(70 << 20, 0);
    disk.extend(noise(CHUNK / 2 + 512, 3));
    disk
}

/// The disk as a person with nothing but restic gets it.
fn restic_restore(place: &Place, snapshot: &str, disk: &str) -> Vec<u8> {
    let target = place.path(&format!("restored-{snapshot}"));
    place.restic(&["restore", snapshot, "--target", target.to_str().unwrap()]);
    let mut pieces = Vec::new();
    pieces_below(&target.join("disks").join(disk), &mut pieces);
    pieces.sort();
    pieces.iter().flat_map(|piece| fs::read(piece).unwrap()).collect()
}

fn pieces_below(folder: &Path, pieces: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            pieces_below(&path, pieces);
        } else if path.file_name().unwrap() == "data" {
            pieces.push(path);
        }
    }
}

#[test]
fn a_new_vault_is_clean() {
    let place = Place::new();
    place.check();
    assert!(place.vault.points().unwrap().is_empty());
}

#[test]
fn a_backup_is_clean_and_restores_byte_for_byte_both_ways() {
    let place = Place::new();
    let disk = mixed_disk();
    let outcome = place.backup(&disk);
    place.check();
    assert_eq!(place.restore(outcome.point, "disk0"), disk);
    assert!(restic_restore(&place, &outcome.point.to_string(), "disk0") == disk);
}

#[test]
fn the_snapshot_says_whose_it_is() {
    let place = Place::new();
    let outcome = place.backup(&text(CHUNK, 1));
    let snapshots: serde_json::Value = serde_json::from_str(&place.restic(&["snapshots", "--json"])).unwrap();
    assert_eq!(snapshots[0]["hostname"], "web-01");
    assert_eq!(snapshots[0]["id"], outcome.point.to_string());
    let tags: Vec<&str> = snapshots[0]["tags"].as_array().unwrap().iter().map(|tag| tag.as_str().unwrap()).collect();
    assert!(tags.contains(&format!("vm:{}", support::MACHINE).as_str()) && tags.contains(&"cons:crash"), "{tags:?}");
}

#[test]
fn an_unchanged_disk_stores_no_data_again() {
    let place = Place::new();
    let disk = mixed_disk();
    place.backup(&disk);
    let before = data_blobs(&place);
    let second = place.backup(&disk);
    assert_eq!(second.new_bytes, 0);
    // The record of the new point is a file of its own.
    assert_eq!(data_blobs(&place), before + 1);
    place.check();
}

fn data_blobs(place: &Place) -> usize {
    place.restic(&["list", "blobs"]).lines().filter(|line| line.starts_with("data")).count()
}

#[test]
fn an_increment_stores_what_changed() {
    let place = Place::new();
    let mut disk = mixed_disk();
    let first = place.backup(&disk);
    let old = disk.clone();
    disk[CHUNK + 5] ^= 1;
    let second = place.backup(&disk);
    assert_eq!(second.parent, Some(first.point));
    assert_eq!(second.new_bytes, CHUNK as u64);
    place.check();
    assert!(place.restore(first.point, "disk0") == old);
    assert!(place.restore(second.point, "disk0") == disk);
}

#[test]
fn several_disks_with_strange_names() {
    let place = Place::new();
    let names = ["b\"quote", "a\\back", "größe <&>", "zz\ttab"];
    let mut disks = Vec::new();
    for (number, name) in names.iter().enumerate() {
        let path = place.path(&format!("image{number}"));
        fs::write(&path, text(CHUNK * number + 100, number as u64)).unwrap();
        disks.push((*name, path));
    }
    let request_disks: Vec<(&str, &Path)> = disks.iter().map(|(name, path)| (*name, path.as_path())).collect();
    let outcome = place.vault.backup(request(&request_disks), &engine::NoProgress, &engine::Cancel::new()).unwrap();
    place.check();
    for (name, path) in &disks {
        assert_eq!(place.restore(outcome.point, name), fs::read(path).unwrap(), "{name}");
    }
    let listing = place.restic(&["ls", &outcome.point.to_string()]);
    assert!(listing.contains("/disks/größe <&>/geometry.json"), "{listing}");
}

#[test]
fn restic_writes_our_trees_again_to_the_same_bytes() {
    let place = Place::new();
    let outcome = place.backup(&mixed_disk());
    // Where a tree came out differently, restic refuses to go on.
    place.restic(&["rewrite", "--exclude", "nothing-is-called-so", &outcome.point.to_string()]);
    place.restic(&["repair", "snapshots", &outcome.point.to_string()]);
    assert_eq!(place.vault.points().unwrap().len(), 1);
}

#[test]
fn a_strangers_snapshot_is_left_alone() {
    let place = Place::new();
    let ours = place.backup(&text(CHUNK, 1));
    let file = place.path("stranger.txt");
    fs::write(&file, "a stranger's file").unwrap();
    place.restic(&["backup", file.to_str().unwrap()]);
    assert_eq!(place.vault.points().unwrap().len(), 1);
    assert_eq!(place.vault.survey().unwrap().strangers, 1);
    let second = place.backup(&text(CHUNK, 2));
    place.vault.forget(&[ours.point]).unwrap();
    place.check();
    let left = place.vault.points().unwrap();
    assert_eq!(left.iter().map(|point| point.id).collect::<Vec<_>>(), [second.point]);
    let snapshots: serde_json::Value = serde_json::from_str(&place.restic(&["snapshots", "--json"])).unwrap();
    assert_eq!(snapshots.as_array().unwrap().len(), 2);
}

#[test]
fn a_vault_that_restic_made_can_be_used() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("vault");
    assert!(restic(&root, &["init"]).status.success());
    let vault = engine::Repository::open_with(&root, &support::password(), &support::settings()).unwrap();
    let place = Place { dir, vault };
    let disk = mixed_disk();
    let outcome = place.backup(&disk);
    place.check();
    assert!(place.restore(outcome.point, "disk0") == disk);
}

#[test]
fn restic_can_prune_after_a_point_was_forgotten() {
    let place = Place::new();
    let first = place.backup(&noise(4 * CHUNK, 1));
    let disk = noise(4 * CHUNK, 2);
    let second = place.backup(&disk);
    place.vault.forget(&[first.point]).unwrap();
    place.restic(&["prune", "--max-unused", "0"]);
    place.check();
    assert_eq!(place.restore(second.point, "disk0"), disk);
    let third = place.backup(&noise(4 * CHUNK, 1));
    assert_eq!(third.new_bytes, 4 * CHUNK as u64);
    place.check();
}

#[test]
fn an_exclusive_lock_of_another_is_respected() {
    let place = Place::new();
    // A shared lock of ours holds off what restic wants to do alone.
    let refused = std::cell::RefCell::new(None);
    let image = place.path("image");
    fs::write(&image, text(CHUNK, 1)).unwrap();
    let look = || {
        *refused.borrow_mut() = Some(restic(&place.root(), &["prune"]));
        Ok(())
    };
    let mut backup = request(&[("disk0", &image)]);
    backup.on_before_commit = Some(&look);
    place.vault.backup(backup, &engine::NoProgress, &engine::Cancel::new()).unwrap();
    let output = refused.borrow_mut().take().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && errors.contains("locked"), "{errors}");
    assert!(fs::read_dir(place.root().join("locks")).unwrap().next().is_none());
}

#[test]
fn nothing_of_a_disk_is_readable_in_the_vault() {
    let place = Place::new();
    let marker = b"THE-MARKER-THAT-MUST-NOT-BE-SEEN";
    let mut disk = noise(2 * CHUNK, 9);
    disk[1000..1000 + marker.len()].copy_from_slice(marker);
    place.backup(&disk);
    let mut files = Vec::new();
    all_files(&place.root(), &mut files);
    assert!(files.len() > 4);
    for file in files {
        let bytes = fs::read(&file).unwrap();
        for word in [&marker[..], b"web-01", b"disk0"] {
            let found = bytes.windows(word.len()).any(|window| window == word);
            assert!(!found, "{} holds {}", file.display(), String::from_utf8_lossy(word));
        }
    }
}

fn all_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { all_files(&path, files) } else { files.push(path) }
    }
}

#[test]
fn a_vault_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.backup(&text(CHUNK, 1));
    let mut files = Vec::new();
    all_files(&place.root(), &mut files);
    for file in files.iter().chain([&place.root(), &place.root().join("data")]) {
        let mode = fs::metadata(file).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{} {mode:o}", file.display());
    }
}

#[test]
fn a_folder_with_other_content_never_becomes_a_vault() {
    let place = Place::new();
    let init = |path: &Path| engine::Repository::init_with(path, &support::password(), &support::settings());
    assert!(matches!(init(&place.root()).err().unwrap(), engine::InitError::NotEmpty));
    let other = place.path("other");
    fs::create_dir(&other).unwrap();
    fs::write(other.join("something"), "").unwrap();
    assert!(matches!(init(&other).err().unwrap(), engine::InitError::NotEmpty));
    assert_eq!(fs::read_dir(&other).unwrap().count(), 1);
}

#[test]
fn points_are_found_after_restic_packed_them_anew() {
    let place = Place::new();
    let first = place.backup(&noise(4 * CHUNK, 1)).point;
    let second = place.backup(&noise(2 * CHUNK, 1)).point;
    place.vault.forget(&[first]).unwrap();
    place.restic(&["prune", "--max-unused", "0", "--repack-small"]);
    let points = place.vault.points().unwrap();
    assert_eq!(points.iter().map(|point| point.id).collect::<Vec<_>>(), [second]);
    assert!(place.restore(second, "disk0") == noise(2 * CHUNK, 1));
    let third = place.backup(&noise(2 * CHUNK, 1));
    assert_eq!(third.new_bytes, 0);
    place.check();
}
