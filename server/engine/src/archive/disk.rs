//! One disk of a running backup: segments whose chunks are coming in, and trees of those that are complete.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use crate::archive::BackupError;
use crate::archive::ChangedExtents;
use crate::archive::request::BackupDisk;
use crate::archive::run::Run;
use crate::core::lock;
use crate::format::{Id, TreeWriter};
use crate::geometry::Geometry;
use crate::source::DiskSource;

/// The name of the one file in a segment's folder.
pub(crate) const SEGMENT_FILE: &str = "data";

/// A disk of a running backup.
pub(super) struct DiskRun {
    pub(super) name: String,
    pub(super) source: Box<dyn DiskSource>,
    pub(super) geometry: Geometry,
    pub(super) changed: Option<ChangedExtents>,
    /// A chunk of zeros.
    pub(super) zero: Arc<[u8]>,
    pub(super) zero_id: Id,
    pub(super) read_bytes: AtomicU64,
    pub(super) new_bytes: AtomicU64,
    segments: Mutex<Segments>,
}

#[derive(Default)]
struct Segments {
    open: HashMap<u64, OpenSegment>,
    /// By number of the segment.
    trees: Vec<Option<Id>>,
    /// The tree of a whole segment of zeros, once there was one.
    zero_tree: Option<Id>,
}

struct OpenSegment {
    chunks: Vec<Id>,
    missing: u64,
}

impl DiskRun {
    pub(super) fn new(disk: BackupDisk) -> Result<Self, BackupError> {
        let geometry = Geometry::for_size(disk.source.size());
        let segments = usize::try_from(geometry.segments());
        let zero = usize::try_from(geometry.chunk_bytes).map(|bytes| Arc::<[u8]>::from(vec![0; bytes]));
        let (Ok(segments), Ok(zero)) = (segments, zero) else {
            let why = format!("disk {:?} is too large for this machine", disk.name);
            return Err(BackupError::Invalid { why });
        };
        Ok(DiskRun {
            name: disk.name,
            source: disk.source,
            changed: disk.changed,
            geometry,
            zero_id: Id::of(&zero),
            zero,
            read_bytes: AtomicU64::new(0),
            new_bytes: AtomicU64::new(0),
            segments: Mutex::new(Segments { trees: vec![None; segments], ..Segments::default() }),
        })
    }

    /// Opens a segment in which `missing` chunks will come in; all the others are zeros.
    pub(super) fn open_segment(&self, run: &Run, segment: u64, missing: u64) -> Result<(), BackupError> {
        let count = usize::try_from(self.geometry.chunks_in(segment)).unwrap_or(usize::MAX);
        let chunks = vec![self.zero_id; count];
        if missing > 0 {
            return self.open_changed(run, segment, chunks, missing);
        }
        let whole = self.geometry.segment_len(segment) == self.geometry.segment_bytes;
        let known = lock(&self.segments).zero_tree.filter(|_| whole);
        let tree = match known {
            Some(tree) => tree,
            None => self.store_segment(run, segment, &chunks)?,
        };
        let mut segments = lock(&self.segments);
        if whole {
            segments.zero_tree = Some(tree);
        }
        set_tree(&mut segments, segment, tree);
        Ok(())
    }

    /// Opens a segment that is as `chunks` says, except for `missing` chunks that will come in.
    pub(super) fn open_changed(
        &self,
        run: &Run,
        segment: u64,
        chunks: Vec<Id>,
        missing: u64,
    ) -> Result<(), BackupError> {
        if missing > 0 {
            lock(&self.segments).open.insert(segment, OpenSegment { chunks, missing });
            return Ok(());
        }
        let tree = self.store_segment(run, segment, &chunks)?;
        set_tree(&mut lock(&self.segments), segment, tree);
        Ok(())
    }

    /// A segment in which nothing changed.
    pub(super) fn keep_segment(&self, segment: u64, tree: Id) {
        set_tree(&mut lock(&self.segments), segment, tree);
    }

    /// A chunk came in. The last one of a segment stores the segment's tree.
    pub(super) fn complete(&self, run: &Run, chunk: u64, id: Id) -> Result<(), BackupError> {
        let per_segment = self.geometry.chunks_per_segment();
        let segment = chunk / per_segment;
        let mut segments = lock(&self.segments);
        let Some(open) = segments.open.get_mut(&segment) else {
            return Err(BackupError::Internal { what: format!("chunk {chunk} came in unexpectedly") });
        };
        if let Some(place) = usize::try_from(chunk % per_segment).ok().and_then(|at| open.chunks.get_mut(at)) {
            *place = id;
        }
        open.missing -= 1;
        if open.missing > 0 {
            return Ok(());
        }
        let Some(open) = segments.open.remove(&segment) else { return Ok(()) };
        drop(segments);
        let tree = self.store_segment(run, segment, &open.chunks)?;
        set_tree(&mut lock(&self.segments), segment, tree);
        Ok(())
    }

    /// The trees of all segments in order, once all are complete.
    pub(super) fn segment_trees(&self) -> Result<Vec<Id>, BackupError> {
        let segments = lock(&self.segments);
        let trees: Option<Vec<Id>> = segments.trees.iter().copied().collect();
        trees.ok_or_else(|| BackupError::Internal {
            what: format!("a segment of disk {:?} never became complete", self.name),
        })
    }

    pub(super) fn count_new(&self, bytes: usize) {
        self.new_bytes.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    fn store_segment(&self, run: &Run, segment: u64, chunks: &[Id]) -> Result<Id, BackupError> {
        let mut tree = TreeWriter::new();
        tree.file(SEGMENT_FILE, self.geometry.segment_len(segment), chunks)?;
        run.store_tree(&tree.finish())
    }
}

fn set_tree(segments: &mut Segments, segment: u64, tree: Id) {
    if let Some(place) = usize::try_from(segment).ok().and_then(|at| segments.trees.get_mut(at)) {
        *place = Some(tree);
    }
}
