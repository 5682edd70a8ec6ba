//! What the engine's tests share: machines made of bytes, and the real `restic` as the judge.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chrono::{DateTime, Utc};
use engine::format::KdfCost;
use engine::{
    BackupDisk, BackupError, BackupOutcome, BackupRequest, Cancel, Consistency, ImageFormat, NoProgress, Password,
    PointId, Repository, RestoreError, RestoreOutcome, RestoreRequest, RestoreTarget, Settings,
};
use tempfile::TempDir;
use uuid::Uuid;

pub const PASSWORD: &str = "correct horse";
pub const MACHINE: Uuid = Uuid::from_u128(0x1111_2222_3333_4444_5555_6666_7777_8888);
pub const CHUNK: usize = 256 << 10;

/// Cheap keys, small packs and no ballast.
pub fn settings() -> Settings {
    // Of so little memory that every test has most of its index on disk.
    Settings {
        kdf: KdfCost { log_n: 4, r: 8, p: 1 },
        pack_bytes: 1 << 20,
        ballast_bytes: 0,
        index_memory: 20,
        ..Settings::default()
    }
}

pub fn password() -> Password {
    Password::new(PASSWORD)
}

/// A folder in memory, where there is one: these tests end operations at every point, but no power, and making bytes durable
/// would be most of their time.
fn folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// A folder with a new vault in it, and room beside it.
pub struct Place {
    pub dir: TempDir,
    pub vault: Repository,
}

impl Place {
    pub fn new() -> Self {
        let dir = folder();
        let vault = Repository::init_with(&dir.path().join("vault"), &password(), &settings()).unwrap();
        Place { dir, vault }
    }

    pub fn root(&self) -> PathBuf {
        self.path("vault")
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Writes an image and backs it up as the one disk `disk0`.
    pub fn backup(&self, bytes: &[u8]) -> BackupOutcome {
        let image = self.path("image.raw");
        fs::write(&image, bytes).unwrap();
        self.backup_path(&image).unwrap()
    }

    pub fn backup_path(&self, image: &Path) -> Result<BackupOutcome, BackupError> {
        self.vault.backup(request(&[("disk0", image)]), &NoProgress, &Cancel::new())
    }

    pub fn restore(&self, point: PointId, disk: &str) -> Vec<u8> {
        let (bytes, outcome) = try_restore(&self.vault, point, disk);
        assert_eq!(outcome.unwrap().size_bytes, bytes.len() as u64);
        bytes
    }

    /// Runs restic on the vault; it must succeed.
    pub fn restic(&self, arguments: &[&str]) -> String {
        let output = restic(&self.root(), arguments);
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "restic {arguments:?}: {text}\n{errors}");
        text
    }

    pub fn check(&self) {
        let text = self.restic(&["check", "--read-data"]);
        assert!(text.contains("no errors were found"), "{text}");
    }
}

pub fn request(disks: &[(&str, &Path)]) -> BackupRequest<'static> {
    let disks = disks
        .iter()
        .map(|(name, path)| BackupDisk::whole(*name, Box::new(engine::source::open_raw_path(path).unwrap())));
    request_for(disks.collect())
}

pub fn request_for(disks: Vec<BackupDisk>) -> BackupRequest<'static> {
    BackupRequest {
        machine_name: "web-01".to_owned(),
        machine_id: MACHINE,
        recovery_point_id: Uuid::from_u128(rand_u128()),
        consistency: Consistency::Crash,
        time: DateTime::<Utc>::from(std::time::SystemTime::now()),
        disks,
        machine_record: serde_json::json!({"note": "a machine"}),
        on_before_commit: None,
    }
}

fn rand_u128() -> u128 {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&noise(16, fastseed())[..]);
    u128::from_le_bytes(bytes)
}

fn fastseed() -> u64 {
    static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
    NEXT.fetch_add(0x9E37_79B9, std::sync::atomic::Ordering::Relaxed)
}

pub fn try_restore(vault: &Repository, point: PointId, disk: &str) -> (Vec<u8>, Result<RestoreOutcome, RestoreError>) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("out.raw");
    let file = new_file(&path);
    let request = RestoreRequest {
        point,
        disk: disk.to_owned(),
        target: RestoreTarget { file, format: ImageFormat::Raw, begun: false },
    };
    let outcome = vault.restore(request, &NoProgress, &Cancel::new());
    (fs::read(path).unwrap(), outcome)
}

pub fn new_file(path: &Path) -> File {
    OpenOptions::new().read(true).write(true).create_new(true).open(path).unwrap()
}

/// The oracle. A machine without it fails: a test that cannot judge must not pass.
pub fn restic(root: &Path, arguments: &[&str]) -> Output {
    let mut command = restic_at(root.as_os_str());
    command.args(arguments).output().unwrap_or_else(|error| {
        let program = command.get_program().display();
        panic!("no restic ({program}: {error}): run `cargo xtask setup`, which installs it")
    })
}

/// restic on a repository, wherever it is.
pub fn restic_at(repository: &OsStr) -> Command {
    let program = std::env::var_os("COFRE_RESTIC").unwrap_or_else(|| "restic".into());
    let mut command = Command::new(program);
    command.arg("--no-cache").arg("-r").arg(repository).env("RESTIC_PASSWORD", PASSWORD);
    command
}

/// Bytes that do not compress, the same for the same seed.
pub fn noise(len: usize, seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x2545_F491_4F6C_DD1D) | 1;
    let mut bytes = Vec::with_capacity(len + 8);
    while bytes.len() < len {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes.extend_from_slice(&state.to_le_bytes());
    }
    bytes.truncate(len);
    bytes
}

/// Bytes that compress well, the same for the same seed.
pub fn text(len: usize, seed: u64) -> Vec<u8> {
    let line = format!("line {seed} of a log that says much the same again and again\n");
    line.bytes().cycle().take(len).collect()
}
