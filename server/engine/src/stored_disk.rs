//! A stored disk: from its folder to the chunks of a segment.

use crate::core::Core;
use crate::fault::{Damage, ReadError};
use crate::format::{FormatError, Id, Tree};
use crate::geometry::{Geometry, group_name, segment_name};
use crate::point::{Point, read_small_file};

/// A disk of a point, as it is stored.
pub(crate) struct StoredDisk {
    name: String,
    tree: Tree,
    pub(crate) geometry: Geometry,
    group: Option<(u64, Tree)>,
}

impl StoredDisk {
    /// Finds a disk of a point, which must have it.
    pub(crate) fn open(core: &Core, point: &Point, name: &str) -> Result<Self, ReadError> {
        let malformed = |error| ReadError::from_format(format!("disk {name:?} of point {}", point.id), &error);
        let disks = core.read_tree(point.tree)?.subtree("disks").map_err(malformed)?;
        let id = core.read_tree(disks)?.subtree(name).map_err(malformed)?;
        let json = read_small_file(core, id, "geometry.json")?;
        let geometry: Geometry =
            serde_json::from_slice(&json).map_err(|error| malformed(FormatError::malformed("geometry", error)))?;
        if !geometry.is_valid() {
            return Err(malformed(FormatError::malformed("geometry", "impossible sizes")));
        }
        Ok(StoredDisk { name: name.to_owned(), tree: core.read_tree(id)?, geometry, group: None })
    }

    /// The folder of a segment.
    pub(crate) fn segment_tree(&mut self, core: &Core, segment: u64) -> Result<Id, ReadError> {
        let malformed = |error| ReadError::from_format(format!("segment {segment} of disk {:?}", self.name), &error);
        let group = segment / self.geometry.segments_per_group;
        let tree = match &self.group {
            Some((number, tree)) if *number == group => tree,
            _ => {
                let id = self.tree.subtree(&group_name(group)).map_err(malformed)?;
                &self.group.insert((group, core.read_tree(id)?)).1
            }
        };
        tree.subtree(&segment_name(segment % self.geometry.segments_per_group)).map_err(malformed)
    }

    /// The ids of a segment's chunks; as many as the geometry says.
    pub(crate) fn segment(&mut self, core: &Core, segment: u64) -> Result<Vec<Id>, ReadError> {
        let what = format!("segment {segment} of disk {:?}", self.name);
        let tree = core.read_tree(self.segment_tree(core, segment)?)?;
        let (size_bytes, chunks) = tree.file("data").map_err(|error| ReadError::from_format(&what, &error))?;
        if size_bytes != self.geometry.segment_len(segment) || chunks.len() as u64 != self.geometry.chunks_in(segment) {
            return Err(Damage::new(what, "it has another length than the disk's geometry says").into());
        }
        Ok(chunks.to_vec())
    }
}
