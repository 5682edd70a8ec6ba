//! `cofre vault replicate`, and `restore --replica` when the vault has lost what the replica has.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tests::moto::{BUCKET, Moto};
use tests::{content, images};

use crate::vault_by_hand::{VaultByHand, check_in};

/// A vault with a point of each of two states of a disk, and where those are.
fn with_two_points() -> (VaultByHand, [(String, PathBuf); 2]) {
    let vault = VaultByHand::new();
    let points = [1, 2].map(|seed| {
        let image = vault.path(&format!("web-{seed}.raw"));
        images::raw(&image, &content::disk(seed));
        (vault.backup(&image, &[])["id"].as_str().unwrap().to_owned(), image)
    });
    (vault, points)
}

fn replicate(vault: &VaultByHand, to: &str, more: &[&str]) -> Value {
    vault.ok("replicate", &[&["--to", to], more].concat()).remove(0)
}

/// The packs of a vault in a folder.
fn packs(vault: &Path) -> Vec<PathBuf> {
    let below = |folder: PathBuf| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    below(vault.join("data")).flat_map(below).collect()
}

/// Restores a point from this place with these options; answers whether its disk is the image.
fn restores(vault: &VaultByHand, place: &str, (point, image): &(String, PathBuf), more: &[&str]) -> bool {
    let to = vault.path("back.raw");
    let arguments = ["--point", point, "--disk", "disk0", "--to", to.to_str().unwrap()];
    vault.ok_in(place, "restore", &[&arguments, more].concat());
    let same = content::same(&to, image).unwrap();
    fs::remove_file(to).unwrap();
    same
}

#[test]
fn should_bring_a_replica_the_points_that_it_lacks() {
    let moto = Moto::start();
    let (vault, points) = with_two_points();
    for place in [vault.text("replica"), format!("s3:{}/{BUCKET}/replica", moto.endpoint())] {
        let first = replicate(&vault, &place, &[]);
        assert_eq!((&first["points"], &first["lag"]["points_missing"]), (&json!(2), &json!(0)), "{place}: {first}");
        assert!(first["packs"].as_u64() > Some(0) && first["stored_bytes"].as_u64() > Some(0), "{place}: {first}");
        let again = replicate(&vault, &place, &[]);
        assert_eq!((&again["points"], &again["packs"], &again["read_bytes"]), (&json!(0), &json!(0), &json!(0)));
        check_in(&place);
        let listed = vault.ok_in(&place, "points", &[]);
        assert_eq!(listed, vault.ok("points", &[]), "{place}");
        assert!(points.iter().all(|point| restores(&vault, &place, point, &[])), "{place}");
    }
}

#[test]
fn should_mend_a_replica_that_has_lost_something() {
    let (vault, points) = with_two_points();
    let place = vault.text("replica");
    replicate(&vault, &place, &[]);
    let largest = |pack: &PathBuf| fs::metadata(pack).unwrap().len();
    fs::remove_file(packs(Path::new(&place)).into_iter().max_by_key(largest).unwrap()).unwrap();
    assert_eq!(replicate(&vault, &place, &[])["packs"], json!(0), "points that are there are not looked at");
    assert!(replicate(&vault, &place, &["--all"])["packs"].as_u64() > Some(0));
    check_in(&place);
    assert!(points.iter().all(|point| restores(&vault, &place, point, &[])));
}

#[test]
fn should_restore_what_the_vault_has_lost_from_a_replica() {
    let moto = Moto::start();
    let (vault, points) = with_two_points();
    let places = [vault.text("replica"), format!("s3:{}/{BUCKET}/replica", moto.endpoint())];
    for place in &places {
        replicate(&vault, place, &[]);
    }
    let here = vault.text("vault");
    for pack in packs(Path::new(&here)) {
        fs::remove_file(pack).unwrap();
    }
    let back = vault.text("back.raw");
    let arguments = ["--point", &points[0].0, "--disk", "disk0", "--to", &back];
    vault.refused("restore", &arguments);
    assert!(!Path::new(&back).exists(), "half a disk is none");
    for place in &places {
        assert!(points.iter().all(|point| restores(&vault, &here, point, &["--replica", place])), "{place}");
    }
    // A point that the vault cannot read is left out, told, and no success.
    let said = vault.refused("replicate", &["--to", &vault.text("late")]);
    assert!(said.contains("2 points could not be replicated"), "{said}");
}

#[test]
fn should_take_nothing_for_a_replica_that_is_none() {
    let (vault, points) = with_two_points();
    let itself = vault.refused("replicate", &["--to", &vault.text("vault/../vault")]);
    assert!(itself.contains("is the vault itself"), "{itself}");
    let stranger = VaultByHand::new();
    let refused = vault.refused("replicate", &["--to", &stranger.text("vault")]);
    assert!(refused.contains("cannot be the replica"), "{refused}");
    assert!(stranger.ok("points", &[]).is_empty());
    let full = vault.path("full");
    fs::create_dir(&full).unwrap();
    fs::write(full.join("letter"), "dear").unwrap();
    let refused = vault.refused("replicate", &["--to", full.to_str().unwrap()]);
    assert!(refused.contains("cannot be the replica"), "{refused}");
    assert_eq!(fs::read_dir(&full).unwrap().count(), 1, "nothing is written where something else lies");
    let back = vault.text("back.raw");
    let arguments = ["--point", &points[0].0, "--disk", "disk0", "--to", &back, "--replica", full.to_str().unwrap()];
    let refused = vault.refused("restore", &arguments);
    assert!(refused.contains("cannot be opened"), "{refused}");
}
