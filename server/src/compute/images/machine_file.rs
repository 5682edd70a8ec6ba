//! `machine.json`, which may stand beside a machine's disks and names the machine for good.

use std::io::Read as _;
use std::path::Path;

use serde::Deserialize;
use uuid::Uuid;

use crate::compute::Beneath;

/// A larger file is not one of ours.
const BYTES_MAX: u64 = 64 * 1024;

/// What the file says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub(super) struct MachineFile {
    /// The machine's uuid.
    #[serde(default)]
    pub(super) uuid: Option<Uuid>,
    /// The machine's name.
    #[serde(default)]
    pub(super) name: Option<String>,
}

/// The file of this folder; nothing when it is not there or cannot be read.
pub(super) fn read(folder: &Beneath) -> MachineFile {
    let Ok(file) = folder.file(Path::new("machine.json")) else { return MachineFile::default() };
    let mut text = String::new();
    if file.take(BYTES_MAX).read_to_string(&mut text).is_err() {
        return MachineFile::default();
    }
    let said: MachineFile = serde_json::from_str(&text).unwrap_or_default();
    // PostgreSQL keeps no text with a NUL, and what one machine says must not stop the look at the others.
    MachineFile { name: said.name.filter(|name| !name.contains('\0')), ..said }
}
