//! Writing a catalogue, in the order of a backup: data, its index, trees, their index, snapshot. Only then do older ones go.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use crate::archive::{self, BackupError, NewBlobs};
use crate::catalog::file::sort;
use crate::catalog::{CATALOG_TAG, Catalog, CatalogError, CatalogFile, CatalogOutcome, FOLDER};
use crate::core::Core;
use crate::format::{BlobKind, Id, SnapshotFile, TreeWriter, seal_document};
use crate::index;
use crate::lock::{VaultLock, hostname, username};
use crate::point::{self, PointId};
use crate::store::{FileKind, delete_if_there};

/// A file is stored in pieces of at most so many bytes.
const BLOB_BYTES: usize = 1 << 20;
/// So many catalogues stay: the new one, and one from before in case that it is damaged.
const KEPT: usize = 2;

/// Writes a catalogue of these files, unless the newest one says the same, and deletes those that are older than the newest two.
pub(crate) fn write(
    core: &Arc<Core>,
    mut files: Vec<CatalogFile>,
    now: DateTime<Utc>,
) -> Result<CatalogOutcome, CatalogError> {
    sort(&mut files).map_err(|why| CatalogError::Invalid { why })?;
    let lock = VaultLock::shared(core)?;
    if let Some(damage) = index::refresh(core)?.into_iter().next() {
        return Err(BackupError::NeedsRepair(damage).into());
    }
    let mut before = point::survey(core)?.catalogs;
    let (root, trees) = plan(&files).map_err(BackupError::from)?;
    if let Some(newest) = before.last().filter(|newest| newest.tree == root) {
        return Ok(CatalogOutcome::Unchanged(newest.clone()));
    }
    store_files(core, &files, &lock)?;
    store_trees(core, &trees, &lock)?;
    // A clock that was set back must not make it an older one.
    let time = before.last().map_or(now, |newest| now.max(newest.time + TimeDelta::milliseconds(1)));
    let catalog = publish(core, (root, time), &lock)?;
    let surplus = before.len().saturating_sub(KEPT - 1);
    for old in before.drain(..surplus) {
        delete_if_there(core.store(), FileKind::Snapshot.file(old.id.0)).map_err(CatalogError::Delete)?;
        core.known_points().remove(&old.id.0);
    }
    Ok(CatalogOutcome::Written(catalog))
}

/// The trees, the deepest first, and the id of the root.
fn plan(files: &[CatalogFile]) -> Result<(Id, [Vec<u8>; 2]), crate::format::FormatError> {
    let mut folder = TreeWriter::new();
    for file in files {
        let content: Vec<Id> = file.bytes.chunks(BLOB_BYTES).map(Id::of).collect();
        folder.file(&file.name, file.bytes.len() as u64, &content)?;
    }
    let folder = folder.finish();
    let mut root = TreeWriter::new();
    root.dir(FOLDER, Id::of(&folder))?;
    let root = root.finish();
    Ok((Id::of(&root), [folder, root]))
}

fn store_files(core: &Core, files: &[CatalogFile], lock: &VaultLock) -> Result<(), BackupError> {
    let mut data = NewBlobs::new(BlobKind::Data)?;
    for piece in files.iter().flat_map(|file| file.bytes.chunks(BLOB_BYTES)) {
        let id = Id::of(piece);
        if !core.contains(BlobKind::Data, id)? {
            data.store(core, id, piece)?;
        }
    }
    index::publish(core, data.finish(core)?, lock)?;
    Ok(())
}

fn store_trees(core: &Core, trees: &[Vec<u8>], lock: &VaultLock) -> Result<(), BackupError> {
    let mut new = NewBlobs::new(BlobKind::Tree)?;
    for tree in trees {
        let id = Id::of(tree);
        if !core.contains(BlobKind::Tree, id)? {
            new.store(core, id, tree)?;
        }
    }
    index::publish(core, new.finish(core)?, lock)?;
    Ok(())
}

fn publish(core: &Core, (tree, time): (Id, DateTime<Utc>), lock: &VaultLock) -> Result<Catalog, BackupError> {
    let snapshot = SnapshotFile {
        time,
        parent: None,
        tree,
        paths: vec![format!("/{FOLDER}")],
        hostname: hostname(),
        username: username(),
        tags: Some(vec![CATALOG_TAG.to_owned()]),
        program_version: archive::PROGRAM.to_owned(),
        summary: None,
    };
    let bytes = seal_document(core.sealer(), &snapshot.encode()?)?;
    let id = Id::of(&bytes);
    archive::publish(core, (id, &bytes), lock)?;
    Ok(Catalog { id: PointId(id), time, hostname: snapshot.hostname, tree })
}
