//! Folders of disk images: each folder with images in it, and each image that lies directly in the host's folder, is a machine.

mod discover;
mod header;
mod lock;
mod machine_file;
mod open;

use std::path::{Path, PathBuf};

use shared::problem::{Code, Problem};

use crate::compute::{Beneath, Found, FoundDisk, OpenedDisk, Provider, root_of};
use crate::error::{Error, Result};

/// A host of kind *disk images*.
#[derive(Clone, Debug)]
pub struct DiskImages {
    root: PathBuf,
    within: PathBuf,
}

impl DiskImages {
    /// The host whose folder this is, when it lies beneath one of the roots.
    pub fn new(roots: &[PathBuf], folder: &Path) -> Result<Self> {
        let (root, within) = root_of(roots, folder).ok_or(Code::PathOutsideRoots)?;
        Ok(Self { root: root.to_owned(), within })
    }

    fn open(&self) -> Result<Beneath> {
        let unreadable = |e: rustix::io::Errno| -> Error {
            let folder = self.root.join(&self.within);
            Problem::new(Code::HostUnreadable).because(format!("{}: {e}", folder.display())).into()
        };
        Beneath::root(&self.root).and_then(|root| root.folder(&self.within)).map_err(unreadable)
    }
}

impl Provider for DiskImages {
    fn discover(&self) -> Result<Vec<Found>> {
        discover::machines(&self.open()?)
    }

    fn open_disks(&self, disks: &[FoundDisk]) -> Result<Vec<OpenedDisk>> {
        let folder = self.open()?;
        disks.iter().map(|disk| open::disk(&folder, disk)).collect()
    }
}
