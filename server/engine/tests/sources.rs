//! Disks that are not what they seem, and images of both formats.
#![allow(clippy::unwrap_used)]

mod support;

use std::fs::{self, File, OpenOptions};
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use engine::source::{DiskSource, Extent, SourceError, open_qcow2_path, open_raw_path};
use engine::{BackupDisk, BackupError, Cancel, ImageFormat, NoProgress, RestoreError, RestoreRequest, RestoreTarget};
use support::{CHUNK, Place, new_file, noise, request_for, text};

/// A disk in memory that does what a test wants of it.
struct Fake<R: Fn(u64) -> Result<(), SourceError> + Send + Sync> {
    bytes: Vec<u8>,
    on_read: R,
}

impl<R: Fn(u64) -> Result<(), SourceError> + Send + Sync> DiskSource for Fake<R> {
    fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    fn allocated(&self) -> Result<Vec<Extent>, SourceError> {
        Ok(vec![Extent { offset: 0, len: self.size() }])
    }

    fn read_at(&self, offset: u64, bytes: &mut [u8]) -> Result<(), SourceError> {
        (self.on_read)(offset)?;
        let start = usize::try_from(offset).unwrap();
        bytes.copy_from_slice(&self.bytes[start..start + bytes.len()]);
        Ok(())
    }

    fn unchanged_since_open(&self) -> Result<(), SourceError> {
        Ok(())
    }
}

fn disk(source: impl DiskSource + 'static) -> BackupDisk {
    BackupDisk::whole("disk0", Box::new(source))
}

fn back_up(place: &Place, source: impl DiskSource + 'static) -> Result<engine::BackupOutcome, BackupError> {
    place.vault.backup(request_for(vec![disk(source)]), &NoProgress, &Cancel::new())
}

fn qemu_img(arguments: &[&str]) {
    let output = Command::new("qemu-img").args(arguments).output().expect("qemu-img: run `cargo xtask setup`");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn sparse_image(path: &Path) -> Vec<u8> {
    let mut bytes = vec![0; 130 << 20];
    bytes[5 * CHUNK..8 * CHUNK].copy_from_slice(&noise(3 * CHUNK, 5));
    bytes[100 << 20..(100 << 20) + 70_000].copy_from_slice(&text(70_000, 1));
    let file = File::create(path).unwrap();
    file.set_len(bytes.len() as u64).unwrap();
    file.write_all_at(&bytes[5 * CHUNK..8 * CHUNK], 5 * CHUNK as u64).unwrap();
    file.write_all_at(&bytes[100 << 20..(100 << 20) + 70_000], 100 << 20).unwrap();
    bytes
}

fn path_text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_read_error_fails_the_backup_and_leaves_no_hole() {
    let place = Place::new();
    let on_read = |offset| {
        if offset == 5 * CHUNK as u64 { Err(SourceError::Io(std::io::Error::other("bad sector"))) } else { Ok(()) }
    };
    let error = back_up(&place, Fake { bytes: noise(9 * CHUNK, 1), on_read }).unwrap_err();
    assert!(
        matches!(&error, BackupError::Source { disk, offset, .. } if disk == "disk0" && *offset == 5 * CHUNK as u64),
        "{error:?}"
    );
    assert!(place.vault.points().unwrap().is_empty());
    place.check();
}

#[test]
fn a_reader_that_panics_is_an_error() {
    let place = Place::new();
    let on_read = |offset: u64| if offset > 0 { panic!("on purpose") } else { Ok(()) };
    let error = back_up(&place, Fake { bytes: noise(9 * CHUNK, 1), on_read }).unwrap_err();
    assert!(matches!(error, BackupError::Internal { .. }), "{error:?}");
    place.check();
}

#[test]
fn an_image_that_shrinks_in_between_fails_the_backup() {
    let place = Place::new();
    let path = place.path("image");
    fs::write(&path, noise(40 * CHUNK, 1)).unwrap();
    let source = open_raw_path(&path).unwrap();
    OpenOptions::new().write(true).open(&path).unwrap().set_len(7 * CHUNK as u64).unwrap();
    let error = back_up(&place, source).unwrap_err();
    assert!(matches!(error, BackupError::Source { source: SourceError::Changed { .. }, .. }), "{error:?}");
    assert!(place.vault.points().unwrap().is_empty());
}

#[test]
fn an_image_that_is_written_to_in_between_fails_the_backup() {
    let place = Place::new();
    let path = place.path("image");
    fs::write(&path, noise(4 * CHUNK, 1)).unwrap();
    let source = open_raw_path(&path).unwrap();
    let file = OpenOptions::new().write(true).open(&path).unwrap();
    file.write_all_at(b"changed", 5).unwrap();
    file.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
    let error = back_up(&place, source).unwrap_err();
    assert!(matches!(error, BackupError::Source { source: SourceError::Changed { .. }, .. }), "{error:?}");
}

#[test]
fn cancelling_leaves_a_valid_vault_wherever_it_happens() {
    for after in [0, 1, 3, 20] {
        let place = Place::new();
        let cancel = Cancel::new();
        let inner = cancel.clone();
        let on_read = move |offset: u64| {
            if offset / CHUNK as u64 >= after {
                inner.cancel();
            }
            Ok(())
        };
        let request = request_for(vec![disk(Fake { bytes: noise(30 * CHUNK, 1), on_read })]);
        let error = place.vault.backup(request, &NoProgress, &cancel).unwrap_err();
        assert!(matches!(error, BackupError::Cancelled), "{error:?}");
        place.check();
        let outcome = place.backup(&noise(30 * CHUNK, 1));
        assert!(place.restore(outcome.point, "disk0") == noise(30 * CHUNK, 1));
        place.check();
    }
}

#[test]
fn holes_are_not_read_and_come_back_as_holes() {
    let place = Place::new();
    let path = place.path("sparse");
    let bytes = sparse_image(&path);
    let outcome = place.backup_path(&path).unwrap();
    assert!(outcome.read_bytes < 2 << 20, "{outcome:?}");
    let target = place.path("back");
    let request = RestoreRequest {
        point: outcome.point,
        disk: "disk0".to_owned(),
        target: RestoreTarget { file: new_file(&target), format: ImageFormat::Raw, begun: false },
    };
    place.vault.restore(request, &NoProgress, &Cancel::new()).unwrap();
    assert!(fs::read(&target).unwrap() == bytes);
    assert!(fs::metadata(&target).unwrap().blocks() * 512 < 2 << 20);
    place.check();
}

#[test]
fn an_empty_and_a_tiny_disk() {
    let place = Place::new();
    for bytes in [Vec::new(), vec![7; 512], vec![0; 512], vec![0; CHUNK], vec![0; CHUNK + 512]] {
        let outcome = place.backup(&bytes);
        assert!(place.restore(outcome.point, "disk0") == bytes);
        place.check();
    }
}

#[test]
fn a_huge_sparse_disk_has_larger_chunks() {
    let place = Place::new();
    let path = place.path("huge");
    let size = (4_u64 << 40) + (1 << 30) + 12_345;
    let file = File::create(&path).unwrap();
    file.set_len(size).unwrap();
    file.write_all_at(&noise(3 << 20, 1), 3 << 40).unwrap();
    let outcome = place.backup_path(&path).unwrap();
    assert!(outcome.read_bytes <= 5 << 20);
    place.restic(&["check"]);
    let target = place.path("back");
    let request = RestoreRequest {
        point: outcome.point,
        disk: "disk0".to_owned(),
        target: RestoreTarget { file: new_file(&target), format: ImageFormat::Raw, begun: false },
    };
    place.vault.restore(request, &NoProgress, &Cancel::new()).unwrap();
    let back = File::open(&target).unwrap();
    let mut bytes = vec![0; 3 << 20];
    back.read_exact_at(&mut bytes, 3 << 40).unwrap();
    assert!(bytes == noise(3 << 20, 1) && back.metadata().unwrap().len() == size);
}

#[test]
fn qcow2_in_and_out() {
    let place = Place::new();
    let raw = place.path("raw");
    let bytes = sparse_image(&raw);
    for (number, options) in [&["-c"][..], &["-o", "cluster_size=4k"], &["-o", "compat=0.10"], &[]].iter().enumerate() {
        let image = place.path(&format!("image{number}.qcow2"));
        let mut arguments = vec!["convert", "-f", "raw", "-O", "qcow2"];
        arguments.extend(*options);
        arguments.extend([path_text(&raw), path_text(&image)]);
        qemu_img(&arguments);
        let outcome = back_up(&place, open_qcow2_path(&image).unwrap()).unwrap();
        assert!(outcome.read_bytes < 3 << 20, "{options:?} {outcome:?}");
        assert!(place.restore(outcome.point, "disk0") == bytes, "{options:?}");
        let back = place.path(&format!("back{number}.qcow2"));
        let request = RestoreRequest {
            point: outcome.point,
            disk: "disk0".to_owned(),
            target: RestoreTarget { file: new_file(&back), format: ImageFormat::Qcow2, begun: false },
        };
        place.vault.restore(request, &NoProgress, &Cancel::new()).unwrap();
        qemu_img(&["check", "-f", "qcow2", path_text(&back)]);
        qemu_img(&["compare", "-f", "qcow2", "-F", "raw", path_text(&back), path_text(&raw)]);
        assert!(fs::metadata(&back).unwrap().blocks() * 512 < 4 << 20);
    }
    place.check();
}

fn qcow2(place: &Place, name: &str, arguments: &[&str]) -> PathBuf {
    let path = place.path(name);
    let mut all = vec!["create", "-f", "qcow2"];
    all.extend(arguments);
    all.extend([path_text(&path), "8M"]);
    qemu_img(&all);
    path
}

#[test]
fn images_that_name_other_files_are_refused_by_name() {
    let place = Place::new();
    let base = qcow2(&place, "base.qcow2", &[]);
    let over = qcow2(&place, "over.qcow2", &["-b", path_text(&base), "-F", "qcow2"]);
    let error = open_qcow2_path(&over).err().unwrap();
    assert!(matches!(&error, SourceError::NamesAnotherFile { name } if name == path_text(&base)), "{error:?}");
    let data = place.path("outside.raw");
    let split = qcow2(&place, "split.qcow2", &["-o", &format!("data_file={}", path_text(&data))]);
    let error = open_qcow2_path(&split).err().unwrap();
    assert!(matches!(&error, SourceError::NamesAnotherFile { name } if name == path_text(&data)), "{error:?}");
}

#[test]
fn an_image_with_features_that_we_cannot_read_is_refused() {
    let place = Place::new();
    for (option, word) in [("extended_l2=on", "extended L2"), ("compression_type=zstd", "zstd")] {
        let path = qcow2(&place, "feature.qcow2", &["-o", option]);
        let error = open_qcow2_path(&path).err().unwrap();
        assert!(matches!(&error, SourceError::NotQcow2 { why } if why.contains(word)), "{error:?}");
    }
}

#[test]
fn an_encrypted_image_is_refused() {
    let place = Place::new();
    let path = qcow2(
        &place,
        "secret.qcow2",
        &["--object", "secret,id=s,data=abc", "-o", "encrypt.format=luks,encrypt.key-secret=s,encrypt.iter-time=10"],
    );
    assert!(matches!(open_qcow2_path(&path).err().unwrap(), SourceError::Encrypted));
}

#[test]
fn garbage_is_no_qcow2_image() {
    let place = Place::new();
    let path = place.path("garbage");
    let mut cases = vec![Vec::new(), b"QFI\xfb".to_vec(), noise(1 << 20, 1), vec![0; 1 << 20]];
    let mut headed = b"QFI\xfb\0\0\0\x03".to_vec();
    headed.extend(noise(1 << 20, 4));
    cases.push(headed);
    for bytes in cases {
        fs::write(&path, bytes).unwrap();
        let error = open_qcow2_path(&path).err().unwrap();
        assert!(matches!(error, SourceError::NotQcow2 { .. } | SourceError::Encrypted), "{error:?}");
    }
}

#[test]
fn a_broken_qcow2_image_is_an_error_and_never_a_panic() {
    let place = Place::new();
    let raw = place.path("raw");
    fs::write(&raw, noise(3 << 20, 1)).unwrap();
    let whole = place.path("whole.qcow2");
    qemu_img(&["convert", "-f", "raw", "-O", "qcow2", path_text(&raw), path_text(&whole)]);
    let bytes = fs::read(&whole).unwrap();
    let broken = place.path("broken.qcow2");
    // Cut: what the tables name is not there.
    for len in [100, 512, 65_536, 196_608, 300_000, bytes.len() - 70_000] {
        fs::write(&broken, &bytes[..len]).unwrap();
        let read = open_qcow2_path(&broken).and_then(|source| source.allocated());
        assert!(read.is_err(), "cut to {len}");
    }
    // Changed anywhere in the header and the tables: anything but a panic or a hang.
    for position in (0..112).chain((65_536..bytes.len().min(400_000)).step_by(4_099)) {
        let mut changed = bytes.clone();
        changed[position] ^= 0xff;
        fs::write(&broken, &changed).unwrap();
        if let Ok(source) = open_qcow2_path(&broken)
            && source.size() < 1 << 40
            && source.allocated().is_ok()
        {
            let mut chunk = vec![0; CHUNK.min(usize::try_from(source.size()).unwrap())];
            let _ = source.read_at(0, &mut chunk);
        }
    }
}

#[test]
fn a_restore_never_writes_over_a_file_and_can_be_cancelled() {
    let place = Place::new();
    let point = place.backup(&noise(3 * CHUNK, 1)).point;
    let path = place.path("there");
    fs::write(&path, "something").unwrap();
    let file = OpenOptions::new().read(true).write(true).open(&path).unwrap();
    let target = RestoreTarget { file, format: ImageFormat::Raw, begun: false };
    let request = RestoreRequest { point, disk: "disk0".to_owned(), target };
    let error = place.vault.restore(request, &NoProgress, &Cancel::new()).unwrap_err();
    assert!(matches!(error, RestoreError::TargetNotEmpty), "{error:?}");
    assert_eq!(fs::read(&path).unwrap(), b"something");
    let cancel = Cancel::new();
    cancel.cancel();
    let target = RestoreTarget { file: new_file(&place.path("new")), format: ImageFormat::Raw, begun: false };
    let request = RestoreRequest { point, disk: "disk0".to_owned(), target };
    let error = place.vault.restore(request, &NoProgress, &cancel).unwrap_err();
    assert!(matches!(error, RestoreError::Cancelled), "{error:?}");
    let target = RestoreTarget { file: new_file(&place.path("other")), format: ImageFormat::Raw, begun: false };
    let request = RestoreRequest { point, disk: "disk1".to_owned(), target };
    let error = place.vault.restore(request, &NoProgress, &Cancel::new()).unwrap_err();
    assert!(matches!(&error, RestoreError::NoSuchDisk(disk) if disk == "disk1"), "{error:?}");
}

#[test]
fn impossible_names_are_refused() {
    let place = Place::new();
    for name in ["", ".", "..", "a/b", "nul\0", &"x".repeat(256)] {
        let mut request = request_for(vec![disk(Fake { bytes: vec![1], on_read: |_| Ok(()) })]);
        request.disks[0].name = name.to_owned();
        let error = place.vault.backup(request, &NoProgress, &Cancel::new()).unwrap_err();
        assert!(matches!(error, BackupError::Invalid { .. }), "{name:?}: {error:?}");
    }
}

/// Two machines with mostly the same content, at the same time: the second waits for what the first is storing.
#[test]
fn backups_at_the_same_time_store_no_chunk_twice() {
    let place = Place::new();
    let common = noise(40 * CHUNK, 1);
    let release = AtomicBool::new(false);
    let shared: &'static AtomicBool = Box::leak(Box::new(release));
    let outcomes: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..3_u8)
            .map(|number| {
                let (place, common) = (&place, &common);
                scope.spawn(move || {
                    let mut bytes = common.clone();
                    bytes.extend(noise(2 * CHUNK, 10 + u64::from(number)));
                    // None goes on before all have begun.
                    let on_read = move |offset| {
                        if number == 0 && offset > 0 {
                            shared.store(true, Ordering::SeqCst);
                        }
                        while number != 0 && !shared.load(Ordering::SeqCst) {
                            std::thread::yield_now();
                        }
                        Ok(())
                    };
                    let mut request = request_for(vec![disk(Fake { bytes: bytes.clone(), on_read })]);
                    request.machine_name = format!("machine-{number}");
                    request.machine_id = uuid::Uuid::from_u128(u128::from(number) + 1);
                    let outcome = place.vault.backup(request, &NoProgress, &Cancel::new()).unwrap();
                    (outcome, bytes)
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let new: u64 = outcomes.iter().map(|(outcome, _)| outcome.new_bytes).sum();
    assert_eq!(new, (40 + 3 * 2) * CHUNK as u64);
    place.check();
    for (outcome, bytes) in outcomes {
        assert!(place.restore(outcome.point, "disk0") == bytes);
    }
    let listing = place.restic(&["list", "blobs"]);
    let mut blobs: Vec<&str> = listing.lines().collect();
    let all = blobs.len();
    blobs.sort_unstable();
    blobs.dedup();
    assert_eq!(all, blobs.len(), "some blob is stored twice");
}
