//! The images: a machine's disk as an installer and some years leave it, and how it is a day later.
//!
//! The same on every machine that has the same packages and the same e2fsprogs: what is not packages is generated, and every
//! time on the file system is set.

use std::fmt::{self, Write as _};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::ensure;

use crate::next_version::{self, Change, Random};
use crate::program::run;

const SIZE: u64 = 4 << 30;
const MIB: usize = 1 << 20;
/// Mebibytes of each sort of generated file, in files of [`FILE_MIB`].
const LOGS_MIB: usize = 288;
const PAGES_MIB: usize = 288;
const NOISE_MIB: usize = 256;
const FILE_MIB: usize = 32;
const INODES: u32 = 98_304;
const UUID: &str = "5f1c6f0e-6a4b-4a63-9f44-3f4f1d1c7a10";
/// Every time on the file system, in seconds since 1970.
const TIME: &str = "1767225600";

/// Both versions.
pub(crate) struct Images {
    first: PathBuf,
    pub(crate) next: PathBuf,
    /// What differs, as a hypervisor that tracks 64 KiB at a time tells it.
    pub(crate) changed: Vec<Change>,
    allocated: u64,
}

impl Images {
    /// From all the packages in a folder.
    pub(crate) fn make(folder: &Path, packages: &Path) -> anyhow::Result<Self> {
        let (root, first, next) = (folder.join("root"), folder.join("first.raw"), folder.join("next.raw"));
        fs::create_dir(&root)?;
        unpack(packages, &root)?;
        generate(&root.join("var/cofre-bench"))?;
        File::create(&first)?.set_len(SIZE)?;
        make_file_system(&root, &first)?;
        fs::remove_dir_all(&root)?;
        copy(&first, &next)?;
        let changed = next_version::write(&next)?;
        let allocated = next_version::data(&File::open(&first)?)?.iter().map(|extent| extent.length).sum();
        Ok(Self { first, next, changed, allocated })
    }

    /// Puts the first version at this path.
    pub(crate) fn lay_first(&self, disk: &Path) -> anyhow::Result<()> {
        copy(&self.first, disk)
    }

    /// Puts the next version there.
    pub(crate) fn lay_next(&self, disk: &Path) -> anyhow::Result<()> {
        copy(&self.next, disk)
    }
}

/// How large they are, and what tells them from others.
impl fmt::Display for Images {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let changed: u64 = self.changed.iter().map(|change| change.length).sum();
        let (mib, changed_mib) = (self.allocated >> 20, changed >> 20);
        write!(f, "{} MiB, {mib} MiB of it allocated, {changed_mib} MiB touched in the next version", SIZE >> 20)?;
        for image in [&self.first, &self.next] {
            let sum = run(Command::new("sha256sum").arg(image)).unwrap_or_default();
            write!(f, "\nsha256 {}", sum.split_whitespace().next().unwrap_or("unknown"))?;
        }
        Ok(())
    }
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    run(Command::new("cp").arg("--sparse=always").arg(from).arg(to)).map(drop)
}

fn unpack(packages: &Path, root: &Path) -> anyhow::Result<()> {
    let mut names: Vec<PathBuf> = fs::read_dir(packages)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    names.retain(|path| path.extension().is_some_and(|extension| extension == "deb"));
    names.sort();
    ensure!(!names.is_empty(), "there are no packages in {}", packages.display());
    for package in names {
        run(Command::new("dpkg-deb").arg("--extract").arg(package).arg(root))?;
    }
    Ok(())
}

/// Logs, database pages that are half empty, and what cannot be compressed.
fn generate(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut random = Random::new(1);
    for (name, mib, piece) in
        [("log", LOGS_MIB, log as fn(&mut Random) -> Vec<u8>), ("pages", PAGES_MIB, pages), ("noise", NOISE_MIB, noise)]
    {
        for number in 0..mib / FILE_MIB {
            let mut file = BufWriter::new(File::create(folder.join(format!("{name}.{number}")))?);
            for _ in 0..FILE_MIB {
                file.write_all(&piece(&mut random))?;
            }
            file.flush()?;
        }
    }
    Ok(())
}

fn log(random: &mut Random) -> Vec<u8> {
    let mut text = String::with_capacity(MIB + 128);
    while text.len() < MIB {
        let (a, b) = (random.next(), random.next());
        let (day, second, took) = (a % 28 + 1, b % 86_400, b % 977);
        let _ = writeln!(text, "2026-10-{day:02} {second:05} service accepted request id={a:016x} in {took} ms");
    }
    text.truncate(MIB);
    text.into_bytes()
}

fn pages(random: &mut Random) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(MIB);
    while bytes.len() < MIB {
        for _ in 0..512 {
            bytes.extend(random.next().to_le_bytes());
        }
        bytes.resize(bytes.len() + 4096, 0);
    }
    bytes
}

fn noise(random: &mut Random) -> Vec<u8> {
    (0..MIB / 8).flat_map(|_| random.next().to_le_bytes()).collect()
}

fn make_file_system(root: &Path, image: &Path) -> anyhow::Result<()> {
    let mut make = Command::new("mke2fs");
    make.args(["-q", "-F", "-t", "ext4", "-U", UUID, "-N", &INODES.to_string(), "-d"]).arg(root);
    make.args(["-E", &format!("root_owner=0:0,hash_seed={UUID},lazy_itable_init=0")]);
    run(make.arg(image).env("E2FSPROGS_FAKE_TIME", TIME))?;
    // A file keeps the times of the folder that it was copied from, and of those the change time cannot be set there.
    let mut edit = Command::new("debugfs");
    edit.args(["-w", "-f", "-"]).arg(image).env("E2FSPROGS_FAKE_TIME", TIME);
    let mut edit = edit.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let mut commands = BufWriter::new(edit.stdin.take().expect("it is piped"));
    for inode in 2..=INODES {
        for field in ["atime", "ctime", "mtime", "crtime", "atime_extra", "ctime_extra", "mtime_extra", "crtime_extra"]
        {
            let value = if field.ends_with("extra") { "0" } else { TIME };
            writeln!(commands, "set_inode_field <{inode}> {field} {value}")?;
        }
    }
    drop(commands);
    ensure!(edit.wait()?.success(), "debugfs failed");
    Ok(())
}
