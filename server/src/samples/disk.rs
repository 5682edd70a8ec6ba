//! A sample disk: a sparse raw file with a GUID partition table and one ext4 file system full of files.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, anyhow};
use gpt::disk::LogicalBlockSize;
use gpt::mbr::ProtectiveMBR;
use gpt::{GptConfig, partition_types};
use shared::problem::{Code, Problem};

use super::content::{self, Content};
use crate::error::{Error, Result};

const MIB: u64 = 1024 * 1024;

/// Where the file system begins: at the first mebibyte, as partitioning tools align it.
const FIRST: u64 = MIB;

/// A disk to make.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sample {
    pub(super) machine: &'static str,
    pub(super) disk: &'static str,
    pub(super) size_mib: u64,
    pub(super) content: Content,
}

/// Makes the disk as a raw file in the folder. The files that go into it lie beside it for a while.
pub(super) fn make(folder: &Path, sample: &Sample) -> Result<PathBuf> {
    let files = folder.join(format!("{}.files", sample.disk));
    let image = folder.join(format!("{}.raw", sample.disk));
    let made = content::write(&files, sample.machine, sample.content).and_then(|()| {
        let file = File::options().read(true).write(true).create_new(true).open(&image)?;
        file.set_len(sample.size_mib * MIB)?;
        Ok(file)
    });
    let file = made.map_err(full)?;
    partition(file, sample).context("the partition table cannot be written")?;
    file_system(&files, &image, sample)?;
    fs::remove_dir_all(&files).map_err(full)?;
    File::open(&image).and_then(|file| file.sync_all()).map_err(full)?;
    Ok(image)
}

fn full(error: io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::StorageFull => Problem::new(Code::NotEnoughSpace).because(error.to_string()).into(),
        _ => Error::Fault(anyhow!(error).context("a sample disk cannot be written")),
    }
}

fn partition(mut file: File, sample: &Sample) -> anyhow::Result<()> {
    let sectors = sample.size_mib * MIB / 512;
    let protective = u32::try_from(sectors - 1).unwrap_or(u32::MAX);
    ProtectiveMBR::with_lb_size(protective).overwrite_lba0(&mut file)?;
    let config = GptConfig::new().writable(true).logical_block_size(LogicalBlockSize::Lb512);
    let mut disk = config.create_from_device(file, None)?;
    disk.add_partition(sample.disk, (sample.size_mib - 2) * MIB, partition_types::LINUX_FS, 0, Some(FIRST / 512))?;
    disk.write()?;
    Ok(())
}

/// `mke2fs -d` fills a file system from a folder, without mounting anything and without being root.
fn file_system(files: &Path, image: &Path, sample: &Sample) -> Result<()> {
    let kib = (sample.size_mib - 2) * 1024;
    let mut command = Command::new(mke2fs()?);
    command.args(["-q", "-F", "-t", "ext4", "-L", "root", "-d"]).arg(files);
    command.args(["-E", &format!("offset={FIRST},root_owner=0:0")]).arg(image).arg(format!("{kib}k"));
    let output = command.output().context("mke2fs cannot be started")?;
    if output.status.success() {
        return Ok(());
    }
    Err(anyhow!("mke2fs: {}", String::from_utf8_lossy(&output.stderr).trim()).into())
}

/// The program, also where only root's path has it.
fn mke2fs() -> Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(["/usr/sbin".into(), "/sbin".into()]);
    let found = folders.map(|folder| folder.join("mke2fs")).find(|program| program.is_file());
    found.ok_or_else(|| Problem::new(Code::ToolMissing).because("mke2fs, of the package e2fsprogs").into())
}
