//! Publishing a point, in the one order that leaves a valid vault wherever it stops: index of the data, packs of trees,
//! their index, snapshot.

use std::sync::Mutex;
use std::sync::atomic::Ordering;
use std::time::Instant;

use chrono::{DateTime, Utc};

use crate::archive::disk::DiskRun;
use crate::archive::run::Run;
use crate::archive::snapshot::{self, PROGRAM};
use crate::archive::{BackupError, BackupOutcome, BackupRequest, DiskOutcome};
use crate::core::lock;
use crate::format::{Id, SnapshotFile, SnapshotSummary, TreeWriter, seal_document};
use crate::geometry::{group_name, segment_name};
use crate::index::{self, Published};
use crate::lock::{VaultLock, username};
use crate::point::{self, PointId};

/// The small files of a point, by size in bytes and id, and what was published on the way.
pub(super) struct Files {
    pub(super) parent: Option<PointId>,
    pub(super) record: (u64, Id),
    pub(super) geometries: Vec<(u64, Id)>,
    pub(super) published: Mutex<Published>,
}

impl Files {
    /// Adds what an index written before the end lists.
    pub(super) fn note(&self, published: Published) {
        let mut all = lock(&self.published);
        all.packs.extend(published.packs);
        all.bytes += published.bytes;
        all.pack_bytes += published.pack_bytes;
    }
}

/// What restic counts in a snapshot; it corrects other numbers when it rewrites one.
struct Totals {
    files: u64,
    bytes: u64,
}

/// Publishes the point. Everything that it needs is durable.
pub(super) fn commit(
    run: &Run,
    request: &BackupRequest<'_>,
    files: &Files,
    lock_held: &VaultLock,
    started: (Instant, DateTime<Utc>),
) -> Result<BackupOutcome, BackupError> {
    files.note(run.session().publish(lock_held)?);
    let tree = store_trees(run, files)?;
    run.check()?;
    let trees = index::publish(run.core(), run.trees().finish(run.core())?, lock_held)?;
    // Packs of data are shared by backups that run at the same time: a chunk counts for the one that stored it.
    let stored_bytes = run.sealed_bytes.load(Ordering::Relaxed) + trees.bytes + trees.pack_bytes;
    files.note(trees);
    let totals = lock(&files.published);
    let mut outcome = BackupOutcome {
        point: PointId(tree),
        parent: files.parent,
        disks: run.disks.iter().map(disk_outcome).collect(),
        read_bytes: 0,
        new_bytes: 0,
        stored_bytes,
        packs: totals.packs.clone(),
        duration: started.0.elapsed(),
    };
    drop(totals);
    outcome.read_bytes = outcome.disks.iter().map(|disk| disk.read_bytes).sum();
    outcome.new_bytes = outcome.disks.iter().map(|disk| disk.new_bytes).sum();
    let totals = Totals {
        // One file a segment, one geometry a disk, one record.
        files: run.disks.iter().map(|disk| disk.geometry.segments() + 1).sum::<u64>() + 1,
        bytes: run.disks.iter().map(|disk| disk.geometry.size_bytes).sum::<u64>()
            + files.geometries.iter().map(|(bytes, _)| bytes).sum::<u64>()
            + files.record.0,
    };
    let snapshot = of_point(run, request, tree, &outcome, (started.1, totals));
    let bytes = seal_document(run.core().sealer(), &snapshot.encode()?)?;
    let id = Id::of(&bytes);
    run.check()?;
    if let Some(before_commit) = request.on_before_commit {
        before_commit().map_err(|why| BackupError::Refused { why })?;
    }
    snapshot::publish(run.core(), (id, &bytes), lock_held)?;
    outcome.point = PointId(id);
    outcome.stored_bytes += bytes.len() as u64;
    outcome.duration = started.0.elapsed();
    Ok(outcome)
}

fn disk_outcome(disk: &DiskRun) -> DiskOutcome {
    DiskOutcome {
        name: disk.name.clone(),
        size_bytes: disk.geometry.size_bytes,
        read_bytes: disk.read_bytes.load(Ordering::Relaxed),
        new_bytes: disk.new_bytes.load(Ordering::Relaxed),
    }
}

/// The folders above the segments, up to the root.
fn store_trees(run: &Run, files: &Files) -> Result<Id, BackupError> {
    let mut disks: Vec<(&DiskRun, (u64, Id))> = run.disks.iter().zip(files.geometries.iter().copied()).collect();
    disks.sort_by(|(a, _), (b, _)| a.name.cmp(&b.name));
    let mut all_disks = TreeWriter::new();
    for (disk, geometry) in disks {
        all_disks.dir(&disk.name, store_disk(run, disk, geometry)?)?;
    }
    let mut meta = TreeWriter::new();
    meta.file("vm.json", files.record.0, &[files.record.1])?;
    let mut root = TreeWriter::new();
    root.dir("disks", run.store_tree(&all_disks.finish())?)?;
    root.dir("meta", run.store_tree(&meta.finish())?)?;
    run.store_tree(&root.finish())
}

fn store_disk(run: &Run, disk: &DiskRun, geometry: (u64, Id)) -> Result<Id, BackupError> {
    let segments = disk.segment_trees()?;
    let per_group = usize::try_from(disk.geometry.segments_per_group).unwrap_or(usize::MAX);
    let mut tree = TreeWriter::new();
    for (number, segments) in (0_u64..).zip(segments.chunks(per_group)) {
        let mut group = TreeWriter::new();
        for (number, segment) in (0_u64..).zip(segments) {
            group.dir(&segment_name(number), *segment)?;
        }
        tree.dir(&group_name(number), run.store_tree(&group.finish())?)?;
    }
    tree.file("geometry.json", geometry.0, &[geometry.1])?;
    run.store_tree(&tree.finish())
}

fn of_point(
    run: &Run,
    request: &BackupRequest<'_>,
    tree: Id,
    outcome: &BackupOutcome,
    (began, totals): (DateTime<Utc>, Totals),
) -> SnapshotFile {
    SnapshotFile {
        time: request.time,
        parent: outcome.parent.map(|parent| parent.0),
        tree,
        paths: vec!["/disks".to_owned(), "/meta".to_owned()],
        hostname: request.machine_name.clone(),
        username: username(),
        tags: Some(point::tags(request.machine_id, request.recovery_point_id, request.consistency)),
        program_version: PROGRAM.to_owned(),
        summary: Some(SnapshotSummary {
            backup_start: began,
            backup_end: crate::clock::now(),
            files_new: 0,
            files_changed: 0,
            files_unmodified: 0,
            dirs_new: 0,
            dirs_changed: 0,
            dirs_unmodified: 0,
            data_blobs: run.new_chunks.load(Ordering::Relaxed),
            tree_blobs: run.trees().count(),
            data_added: outcome.new_bytes,
            data_added_packed: outcome.stored_bytes,
            total_files_processed: totals.files,
            total_bytes_processed: totals.bytes,
        }),
    }
}
