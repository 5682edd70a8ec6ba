//! Changed and shortened files: clear errors, the right points named, never a panic and never wrong bytes.
#![allow(clippy::unwrap_used)]

mod support;

use std::fs::{self, OpenOptions};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use engine::{
    BackupError, Cancel, NoProgress, OpenError, Password, ProblemKind, ReadError, ReadPacks, Repository, RestoreError,
    VerifyReport, VerifyRequest,
};
use support::{CHUNK, Place, noise, password, settings, text, try_restore};

fn verify(vault: &Repository) -> VerifyReport {
    vault.verify(VerifyRequest { read: ReadPacks::All }, &NoProgress, &Cancel::new()).unwrap()
}

fn open(place: &Place) -> Result<Repository, OpenError> {
    Repository::open_with(&place.root(), &password(), &settings())
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

fn flip(path: &Path, position: u64) {
    let file = OpenOptions::new().read(true).write(true).open(path).unwrap();
    let mut byte = [0];
    file.read_exact_at(&mut byte, position).unwrap();
    file.write_all_at(&[byte[0] ^ 0x20], position).unwrap();
}

/// Positions all over a file.
fn positions(path: &Path) -> Vec<u64> {
    let len = fs::metadata(path).unwrap().len();
    let mut all: Vec<u64> =
        (0..14).map(|part| len * part / 14).chain([len - 1, len - 4, len - 5, len.saturating_sub(60)]).collect();
    all.dedup();
    all
}

#[test]
fn an_intact_vault_has_no_problem() {
    let place = Place::new();
    let first = place.backup(&noise(5 * CHUNK, 1));
    let second = place.backup(&text(5 * CHUNK, 1));
    let report = verify(&place.vault);
    assert_eq!((report.problems.len(), report.points_hurt.len(), report.snapshots), (0, 0, 2), "{report:?}");
    assert!(report.read_bytes > 5 * CHUNK as u64);
    for outcome in [first, second] {
        let validation = place.vault.validate(outcome.point, &outcome.packs, &Cancel::new()).unwrap();
        assert_eq!((validation.packs, validation.chunks), (outcome.packs.len() as u64, 1));
    }
}

#[test]
fn a_flipped_byte_anywhere_in_a_pack_is_found_and_never_restored() {
    let place = Place::new();
    let disk = noise(3 * CHUNK, 1);
    let point = place.backup(&disk).point;
    for pack in files(&place.root().join("data")) {
        for position in positions(&pack) {
            flip(&pack, position);
            let vault = open(&place).unwrap();
            let report = verify(&vault);
            assert!(!report.problems.is_empty(), "{} at {position}", pack.display());
            let (bytes, outcome) = try_restore(&vault, point, "disk0");
            match outcome {
                Ok(_) => assert!(bytes == disk),
                Err(error) => {
                    assert!(
                        matches!(error, RestoreError::Read(ReadError::Damaged(_)) | RestoreError::NoSuchPoint(_)),
                        "{error:?}"
                    );
                    assert_eq!(report.points_hurt, [point]);
                }
            }
            flip(&pack, position);
        }
    }
    assert!(verify(&open(&place).unwrap()).problems.is_empty());
}

#[test]
fn verify_names_exactly_the_points_that_are_hurt() {
    let place = Place::new();
    let first = place.backup(&noise(3 * CHUNK, 1));
    // Of another size: disks of one size share the file that says how they are cut.
    let second = place.backup(&noise(4 * CHUNK, 2));
    let pack = first.packs[0].to_string();
    let path = place.root().join("data").join(&pack[..2]).join(&pack);
    // In the middle, which is data: how the workers spread three chunks over packs differs from run to run.
    flip(&path, fs::metadata(&path).unwrap().len() / 2);
    let report = verify(&place.vault);
    assert_eq!(report.points_hurt, [first.point]);
    assert_eq!(report.problems.len(), 1);
    assert_eq!(report.problems[0].kind, ProblemKind::Pack);
    fs::remove_file(&path).unwrap();
    let quick = place.vault.verify(VerifyRequest::default(), &NoProgress, &Cancel::new()).unwrap();
    assert_eq!(quick.points_hurt, [first.point]);
    assert!(place.restore(second.point, "disk0") == noise(4 * CHUNK, 2));
    assert!(place.vault.validate(first.point, &first.packs, &Cancel::new()).is_err());
}

#[test]
fn verify_says_of_each_point_what_hurts_it() {
    let place = Place::new();
    let backups = [3, 4, 5].map(|chunks| place.backup(&noise(chunks * CHUNK, chunks as u64)));
    for hurt in &backups[..2] {
        let pack = hurt.packs[0].to_string();
        let path = place.root().join("data").join(&pack[..2]).join(&pack);
        flip(&path, fs::metadata(&path).unwrap().len() / 2);
    }
    let report = verify(&place.vault);
    assert_eq!((report.verdicts.len(), report.problems.len(), report.points_hurt.len()), (3, 2, 2), "{report:?}");
    for (number, backup) in backups.iter().enumerate() {
        let verdict = report.verdicts.iter().find(|verdict| verdict.point == backup.point).unwrap();
        let named: Vec<_> = verdict.causes.iter().map(|place| &report.problems[*place].what).collect();
        match named.as_slice() {
            [] => assert_eq!(number, 2),
            [what] => assert!(number < 2 && what.contains(&backup.packs[0].to_string()), "{what}"),
            more => panic!("{more:?}"),
        }
    }
}

#[test]
fn shortened_files_of_every_kind_are_told() {
    let place = Place::new();
    place.backup(&noise(3 * CHUNK, 1));
    for folder in ["data", "index", "snapshots"] {
        for path in files(&place.root().join(folder)) {
            let whole = fs::read(&path).unwrap();
            for len in [0, 1, 15, 16, 31, 32, 33, whole.len() / 2, whole.len() - 1] {
                fs::write(&path, &whole[..len]).unwrap();
                let report = verify(&open(&place).unwrap());
                assert!(!report.problems.is_empty(), "{} to {len}", path.display());
                assert_eq!(report.points_hurt.len(), 1, "{} to {len}", path.display());
            }
            fs::write(&path, &whole).unwrap();
        }
    }
    place.check();
}

#[test]
fn a_changed_index_is_told_and_nothing_is_built_on_it() {
    let place = Place::new();
    place.backup(&noise(3 * CHUNK, 1));
    for path in files(&place.root().join("index")) {
        for position in positions(&path) {
            flip(&path, position);
            let vault = open(&place).unwrap();
            let image = place.path("image.raw");
            let error = vault.backup(support::request(&[("disk0", &image)]), &NoProgress, &Cancel::new()).unwrap_err();
            assert!(matches!(error, BackupError::NeedsRepair(_)), "{error:?}");
            assert!(verify(&vault).problems.iter().any(|problem| problem.kind == ProblemKind::Index));
            flip(&path, position);
        }
    }
    place.check();
}

#[test]
fn a_changed_snapshot_hides_no_other() {
    let place = Place::new();
    let first = place.backup(&noise(CHUNK, 1)).point;
    let second = place.backup(&noise(CHUNK, 2)).point;
    let path = place.root().join("snapshots").join(first.to_string());
    for position in positions(&path) {
        flip(&path, position);
        let survey = open(&place).unwrap().survey().unwrap();
        assert_eq!(survey.points.iter().map(|point| point.id).collect::<Vec<_>>(), [second]);
        assert_eq!(survey.damaged.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [first]);
        flip(&path, position);
    }
}

#[test]
fn a_changed_key_or_config_opens_nothing() {
    let place = Place::new();
    place.backup(&noise(CHUNK, 1));
    let mut paths = files(&place.root().join("keys"));
    paths.push(place.root().join("config"));
    for path in paths {
        let whole = fs::read(&path).unwrap();
        for position in 0..whole.len() as u64 {
            flip(&path, position);
            let error = open(&place).err().unwrap();
            assert!(matches!(error, OpenError::Corrupt(_)), "{} at {position}: {error:?}", path.display());
            flip(&path, position);
        }
        for len in 0..whole.len() {
            fs::write(&path, &whole[..len]).unwrap();
            assert!(matches!(open(&place).err().unwrap(), OpenError::Corrupt(_)), "{} to {len}", path.display());
        }
        fs::write(&path, &whole).unwrap();
    }
    open(&place).unwrap();
}

#[test]
fn a_key_that_asks_for_all_memory_is_refused() {
    let place = Place::new();
    let path = files(&place.root().join("keys")).remove(0);
    let json: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    for (n, r, p) in [
        (1_u64 << 40, 8, 1),
        (16, 1 << 30, 1),
        (16, 8, 1 << 30),
        (0, 8, 1),
        (15, 8, 1),
        (16, 0, 1),
        (1 << 62, 1 << 31, 1),
    ] {
        let mut changed = json.clone();
        (changed["N"], changed["r"], changed["p"]) = (n.into(), r.into(), p.into());
        let bytes = serde_json::to_vec(&changed).unwrap();
        fs::remove_file(&path).unwrap_or_default();
        for old in files(&place.root().join("keys")) {
            fs::remove_file(old).unwrap();
        }
        fs::write(place.root().join("keys").join(engine::format::Id::of(&bytes).to_string()), bytes).unwrap();
        assert!(matches!(open(&place).err().unwrap(), OpenError::Corrupt(_)));
    }
}

#[test]
fn the_wrong_password_is_told_as_such() {
    let place = Place::new();
    let error = Repository::open_with(&place.root(), &Password::new("wrong"), &settings()).err().unwrap();
    assert!(matches!(error, OpenError::WrongPassword), "{error:?}");
    let error = Repository::open_with(&place.path("nothing"), &password(), &settings()).err().unwrap();
    assert!(matches!(error, OpenError::NotAVault), "{error:?}");
}
