//! Opening a machine's images for a backup.

use std::path::Path;

use shared::problem::{Code, Problem};

use super::header::disk_size;
use super::lock::{Refused, hold};
use crate::compute::{Beneath, FoundDisk, OpenedDisk};
use crate::error::Result;

/// Opens the disk's file beneath the host's folder and holds it still.
pub(super) fn disk(folder: &Beneath, disk: &FoundDisk) -> Result<OpenedDisk> {
    let problem = |code: Code, why: &dyn std::fmt::Display| Problem::new(code).because(format!("{}: {why}", disk.file));
    let file = folder.file(Path::new(&disk.file)).map_err(|e| match e {
        rustix::io::Errno::NOENT | rustix::io::Errno::NOTDIR => problem(Code::ImageMissing, &e),
        _ => problem(Code::ImageUnreadable, &e),
    })?;
    match hold(&file) {
        Ok(()) => {}
        Err(Refused::InUse) => return Err(problem(Code::ImageInUse, &"a running QEMU writes to it").into()),
        // Some network file systems have no such locks; the change check after reading still holds.
        Err(Refused::Unknown(errno)) => tracing::warn!(file = disk.file, %errno, "the image's lock cannot be taken"),
    }
    disk_size(&file, disk.format).map_err(|unfit| problem(unfit.code, &unfit.why))?;
    Ok(OpenedDisk { name: disk.name.clone(), format: disk.format, file })
}
