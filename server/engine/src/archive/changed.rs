//! What changed on a disk since a point: with it, everything else is taken from that point without reading it.

use serde::{Deserialize, Serialize};

use crate::archive::BackupError;
use crate::core::Core;
use crate::geometry::Geometry;
use crate::point::{Point, PointId};
use crate::source::Extent;
use crate::stored_disk::StoredDisk;

/// The ranges of a disk that may differ from a point of it. In any order; they may overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedExtents {
    /// The point: the newest one in the vault that has this disk of this machine.
    pub parent: PointId,
    /// The disk's size in bytes, then and now.
    pub size_bytes: u64,
    /// The ranges, within the disk.
    pub extents: Vec<Extent>,
}

/// The same as a document: `{"parent": "…", "disk": "disk0", "size": 8589934592, "extents": [[offset, length], …]}`, in bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangedFile {
    /// The point's snapshot.
    pub parent: PointId,
    /// The disk's name.
    pub disk: String,
    /// The disk's size.
    pub size: u64,
    /// Offset and length of each range.
    pub extents: Vec<(u64, u64)>,
}

impl From<ChangedFile> for ChangedExtents {
    fn from(file: ChangedFile) -> Self {
        let extents = file.extents.into_iter().map(|(offset, len)| Extent { offset, len }).collect();
        ChangedExtents { parent: file.parent, size_bytes: file.size, extents }
    }
}

/// Finds what the extents are compared with. `points` are those of the machine, oldest first. Anything but the newest point of
/// this disk would be a silently corrupt point, and is refused.
pub(super) fn base(
    core: &Core,
    changed: &ChangedExtents,
    (disk, geometry): (&str, &Geometry),
    points: &[&Point],
) -> Result<StoredDisk, BackupError> {
    let wrong = |why: String| BackupError::WrongBase { disk: disk.to_owned(), why };
    let newest = points.iter().rev().find(|point| point.disks.iter().any(|of_point| of_point.name == disk));
    let newest = newest.ok_or_else(|| wrong("the vault has no point of it".to_owned()))?;
    if newest.id != changed.parent {
        return Err(wrong(format!("its newest point is {}, not {}", newest.id, changed.parent)));
    }
    if changed.size_bytes != geometry.size_bytes {
        return Err(wrong(format!("it has {} bytes, not {}", geometry.size_bytes, changed.size_bytes)));
    }
    let end = |extent: &Extent| extent.offset.checked_add(extent.len).filter(|end| *end <= geometry.size_bytes);
    if let Some(outside) = changed.extents.iter().find(|extent| end(extent).is_none()) {
        return Err(wrong(format!("{} bytes at {} are not within it", outside.len, outside.offset)));
    }
    let stored = StoredDisk::open(core, newest, disk)?;
    if stored.geometry != *geometry {
        return Err(wrong(format!("it was stored with another size or grid: {:?}", stored.geometry)));
    }
    Ok(stored)
}
