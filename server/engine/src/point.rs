//! Recovery points as the vault shows them, and the record in `meta/vm.json`.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::catalog::{CATALOG_TAG, Catalog};
use crate::core::Core;
use crate::fault::{Damage, ReadError};
use crate::format::{BlobKind, FormatError, Id, SnapshotFile};
use crate::index;
use crate::store::{FileKind, StoreError};

const MACHINE_TAG: &str = "vm:";
const RECOVERY_POINT_TAG: &str = "rp:";
const CONSISTENCY_TAG: &str = "cons:";

/// Names a point: the id of its snapshot. Shown as 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PointId(pub Id);

impl fmt::Display for PointId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for PointId {
    type Err = FormatError;

    fn from_str(text: &str) -> Result<Self, FormatError> {
        text.parse().map(PointId)
    }
}

/// What a restored machine can rely on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Consistency {
    /// Applications had written everything out.
    #[serde(rename = "app")]
    App,
    /// File systems had.
    #[serde(rename = "fs")]
    FileSystem,
    /// As after a power cut.
    #[serde(rename = "crash")]
    Crash,
}

impl Consistency {
    /// The word in the snapshot's tag.
    pub const fn word(self) -> &'static str {
        match self {
            Consistency::App => "app",
            Consistency::FileSystem => "fs",
            Consistency::Crash => "crash",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        [Consistency::App, Consistency::FileSystem, Consistency::Crash]
            .into_iter()
            .find(|consistency| consistency.word() == word)
    }
}

/// A recovery point of ours.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Point {
    /// Its snapshot.
    pub id: PointId,
    /// The caller's own id of it.
    pub recovery_point_id: Uuid,
    /// The machine.
    pub machine_id: Uuid,
    /// The machine's name at that time.
    pub machine_name: String,
    /// When the state was taken.
    pub time: DateTime<Utc>,
    /// What a restored machine can rely on.
    pub consistency: Consistency,
    /// The point that it was compared with.
    pub parent: Option<PointId>,
    /// Its disks, in the order of the backup.
    pub disks: Vec<PointDisk>,
    /// What the caller said of the machine.
    pub machine_record: serde_json::Value,
    /// Plain bytes that were new to the vault, where the snapshot tells.
    pub new_bytes: Option<u64>,
    /// The root folder.
    #[serde(skip)]
    pub(crate) tree: Id,
}

/// A disk of a point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointDisk {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size_bytes: u64,
}

/// The content of `meta/vm.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Record {
    pub(crate) format: u32,
    pub(crate) machine_id: Uuid,
    pub(crate) machine_name: String,
    pub(crate) recovery_point_id: Uuid,
    pub(crate) time: DateTime<Utc>,
    pub(crate) consistency: Consistency,
    pub(crate) parent: Option<PointId>,
    pub(crate) disks: Vec<PointDisk>,
    pub(crate) machine: serde_json::Value,
}

/// All points of a vault.
#[derive(Debug, Clone, Default)]
pub struct Survey {
    /// Ours, oldest first.
    pub points: Vec<Point>,
    /// Snapshots that could not be read, with what is wrong. Nothing that depends on knowing *all* points may go on while
    /// there are some.
    pub damaged: Vec<(PointId, Damage)>,
    /// The catalogues, oldest first.
    pub catalogs: Vec<Catalog>,
    /// How many snapshots of others there are.
    pub strangers: usize,
}

/// The tags of a point's snapshot.
pub(crate) fn tags(machine: Uuid, recovery_point: Uuid, consistency: Consistency) -> Vec<String> {
    vec![
        format!("{MACHINE_TAG}{machine}"),
        format!("{RECOVERY_POINT_TAG}{recovery_point}"),
        format!("{CONSISTENCY_TAG}{}", consistency.word()),
    ]
}

/// Reads all snapshots. Those that vanish meanwhile are left out.
pub(crate) fn survey(core: &Core) -> Result<Survey, ReadError> {
    let listed = core.store().list(FileKind::Snapshot).map_err(ReadError::Unreachable)?;
    core.known_points().retain(|known, _| listed.iter().any(|(id, _)| id == known));
    let mut survey = Survey::default();
    let mut refreshed = false;
    for (id, _) in listed {
        let known = core.known_points().get(&id).cloned();
        let read = match known {
            Some(root) => Ok(Some(root)),
            None => read_root(core, id, &mut refreshed),
        };
        match read {
            Ok(Some(Root::Point(point))) => survey.points.push(*point),
            Ok(Some(Root::Catalog(catalog))) => survey.catalogs.push(catalog),
            Ok(Some(Root::Strangers)) => survey.strangers += 1,
            Ok(None) => {}
            Err(ReadError::Damaged(damage)) => survey.damaged.push((PointId(id), damage)),
            Err(error) => return Err(error),
        }
    }
    survey.points.sort_by_key(|point| (point.time, point.id));
    survey.catalogs.sort_by_key(|catalog| (catalog.time, catalog.id));
    Ok(survey)
}

/// One point of ours.
pub(crate) fn find(core: &Core, id: PointId) -> Result<Option<Point>, ReadError> {
    if let Some(known) = core.known_points().get(&id.0).cloned() {
        // It may have been forgotten by another process.
        match core.store().head(FileKind::Snapshot.file(id.0)) {
            Ok(_) => return Ok(known.into_point()),
            Err(StoreError::Missing { .. }) => return Ok(None),
            Err(error) => return Err(ReadError::Unreachable(error)),
        }
    }
    Ok(read_root(core, id.0, &mut false)?.and_then(Root::into_point))
}

/// Reads a snapshot file; `None` when it is not there.
pub(crate) fn read_snapshot(core: &Core, id: Id) -> Result<Option<SnapshotFile>, ReadError> {
    let name = FileKind::Snapshot.file(id);
    let Some(json) = core.read_document(name)? else { return Ok(None) };
    SnapshotFile::decode(&json).map(Some).map_err(|error| ReadError::from_format(name, &error))
}

/// Whose snapshot it is: ours have all three tags.
struct Ours {
    machine_id: Uuid,
    recovery_point_id: Uuid,
    consistency: Consistency,
}

fn ours(file: &SnapshotFile) -> Option<Ours> {
    Some(Ours {
        machine_id: file.tag(MACHINE_TAG)?.parse().ok()?,
        recovery_point_id: file.tag(RECOVERY_POINT_TAG)?.parse().ok()?,
        consistency: Consistency::from_word(file.tag(CONSISTENCY_TAG)?)?,
    })
}

/// What a snapshot is the root of.
#[derive(Debug, Clone)]
pub(crate) enum Root {
    Point(Box<Point>),
    Catalog(Catalog),
    Strangers,
}

impl Root {
    fn into_point(self) -> Option<Point> {
        match self {
            Root::Point(point) => Some(*point),
            Root::Catalog(_) | Root::Strangers => None,
        }
    }
}

fn read_root(core: &Core, id: Id, refreshed: &mut bool) -> Result<Option<Root>, ReadError> {
    let Some(file) = read_snapshot(core, id)? else { return Ok(None) };
    let root = match ours(&file) {
        Some(ours) => Root::Point(Box::new(read_point(core, (id, file), &ours, refreshed)?)),
        None if file.has_tag(CATALOG_TAG) => {
            Root::Catalog(Catalog { id: PointId(id), time: file.time, hostname: file.hostname, tree: file.tree })
        }
        None => Root::Strangers,
    };
    core.known_points().insert(id, root.clone());
    Ok(Some(root))
}

fn read_point(
    core: &Core,
    (id, file): (Id, SnapshotFile),
    ours: &Ours,
    refreshed: &mut bool,
) -> Result<Point, ReadError> {
    if !*refreshed && !core.contains(BlobKind::Tree, file.tree)? {
        index::refresh(core)?;
        *refreshed = true;
    }
    let record = match read_record(core, file.tree) {
        // Someone else may have moved what the map in memory still sees in its old place.
        Err(ReadError::Damaged(_)) if !*refreshed => {
            index::refresh(core)?;
            *refreshed = true;
            read_record(core, file.tree)?
        }
        other => other?,
    };
    Ok(Point {
        id: PointId(id),
        recovery_point_id: ours.recovery_point_id,
        machine_id: ours.machine_id,
        machine_name: file.hostname,
        time: file.time,
        consistency: ours.consistency,
        parent: file.parent.map(PointId),
        disks: record.disks,
        machine_record: record.machine,
        new_bytes: file.summary.map(|summary| summary.data_added),
        tree: file.tree,
    })
}

fn read_record(core: &Core, tree: Id) -> Result<Record, ReadError> {
    let malformed = |error| ReadError::from_format(format!("meta/vm.json of tree {tree}"), &error);
    let meta = core.read_tree(tree)?.subtree("meta").map_err(malformed)?;
    let json = read_small_file(core, meta, "vm.json")?;
    let record: Record =
        serde_json::from_slice(&json).map_err(|error| malformed(FormatError::malformed("record", error)))?;
    if record.disks.iter().any(|disk| !is_path_part(&disk.name)) {
        return Err(malformed(FormatError::malformed("record", "an impossible name of a disk")));
    }
    Ok(record)
}

/// The bytes of a file in a folder, for files that fit in memory.
pub(crate) fn read_small_file(core: &Core, folder: Id, name: &str) -> Result<Vec<u8>, ReadError> {
    let tree = core.read_tree(folder)?;
    let (_, content) = tree.file(name).map_err(|error| ReadError::from_format(name, &error))?;
    let mut bytes = Vec::new();
    for id in content {
        bytes.append(&mut core.read_blob(BlobKind::Data, *id)?);
    }
    Ok(bytes)
}

/// Whether a name can be a folder's: what a machine or disk is called is never trusted to be one.
pub(crate) fn is_path_part(name: &str) -> bool {
    !name.is_empty() && name.len() <= 255 && name != "." && name != ".." && !name.contains(['/', '\0'])
}
