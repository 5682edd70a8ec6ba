//! A shelf: a part of the index on disk, sorted by id, so that a blob is found by reading one block of four kilobytes.
//!
//! Blocks of sealed rows, those of data first; then, sealed, what is in memory while the shelf is open ([`About`]); then its
//! length. Nothing in it is plain, and a row counts only if its block is authentic.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use serde::{Deserialize, Serialize};

use crate::format::{BlobKind, FormatError, Id, SEAL_BYTES, Sealer, open_document};
use crate::index::row::{ROW_BYTES, Row};

/// How many rows a block has; the last one of a kind is filled up.
pub(super) const ROWS_PER_BLOCK: usize = 84;
pub(super) const BLOCK_BYTES: usize = ROWS_PER_BLOCK * ROW_BYTES + SEAL_BYTES;
pub(super) const LENGTH_BYTES: usize = 8;

/// What of a shelf is in memory: about 8 bytes a block, 32 a pack.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct About {
    /// The index files whose blobs are here, all of them.
    pub(super) files: Vec<Id>,
    /// By their numbers in the rows.
    pub(super) packs: Vec<Id>,
    pub(super) data: Section,
    pub(super) trees: Section,
}

/// The blocks of one kind.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Section {
    pub(super) first_block: u64,
    pub(super) rows: u64,
    /// How the first id of each block begins.
    pub(super) begins: Vec<u64>,
}

/// An open shelf. Its file goes when it is withdrawn and nobody looks into it any more.
pub(super) struct Shelf {
    file: File,
    path: Option<PathBuf>,
    pub(super) about: About,
    withdrawn: AtomicBool,
}

impl Shelf {
    pub(super) fn new(file: File, path: Option<PathBuf>, about: About) -> Self {
        Shelf { file, path, about, withdrawn: AtomicBool::new(false) }
    }

    /// Opens a shelf of an earlier process. Whatever is wrong with it, it is no loss.
    pub(super) fn open(path: &Path, sealer: &Sealer) -> io::Result<Self> {
        let file = File::open(path)?;
        let bytes = file.metadata()?.len();
        let mut length = [0; LENGTH_BYTES];
        let about_end = bytes.checked_sub(LENGTH_BYTES as u64).ok_or(io::ErrorKind::UnexpectedEof)?;
        file.read_exact_at(&mut length, about_end)?;
        let about_start = about_end.checked_sub(u64::from_le_bytes(length)).ok_or(io::ErrorKind::InvalidData)?;
        let mut about = vec![0; usize::try_from(about_end - about_start).map_err(io::Error::other)?];
        file.read_exact_at(&mut about, about_start)?;
        let about: About = serde_json::from_slice(&open_document(sealer, &mut about).map_err(io::Error::other)?)?;
        let blocks = about.data.begins.len() + about.trees.begins.len();
        let is_whole = about.data.is_whole(0) && about.trees.is_whole(about.data.begins.len());
        if about_start != (blocks * BLOCK_BYTES) as u64 || !is_whole {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(Shelf::new(file, Some(path.to_owned()), about))
    }

    /// Looks for a blob. A block that cannot be read or is not authentic is an error: nobody knows what it held.
    pub(super) fn find(&self, sealer: &Sealer, kind: BlobKind, id: Id) -> io::Result<Option<Row>> {
        let mut bytes = [0; BLOCK_BYTES];
        for block in self.section(kind).blocks_of(id) {
            if let Some((_, row)) = find_in(self.block(sealer, kind, block, &mut bytes)?, id) {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    /// The rows of a block, without what fills it up.
    pub(super) fn block<'a>(
        &self,
        sealer: &Sealer,
        kind: BlobKind,
        block: usize,
        bytes: &'a mut [u8; BLOCK_BYTES],
    ) -> io::Result<&'a [u8]> {
        let section = self.section(kind);
        let number = section.first_block + block as u64;
        self.file.read_exact_at(bytes, number * BLOCK_BYTES as u64)?;
        let opened = sealer.open_in_place(bytes).map_err(|error| damaged(&error))?;
        let before = (block * ROWS_PER_BLOCK) as u64;
        let rows = usize::try_from(section.rows.saturating_sub(before)).unwrap_or(usize::MAX).min(ROWS_PER_BLOCK);
        let rows = &opened[..rows * ROW_BYTES];
        // An authentic block in the place of another one is no answer either.
        let is_here =
            rows.first_chunk().is_some_and(|row| Some(&beginning(Row::decode(row).id)) == section.begins.get(block));
        if is_here { Ok(rows) } else { Err(damaged(&FormatError::NotAuthentic)) }
    }

    /// How many blobs it holds.
    pub(super) fn rows(&self) -> u64 {
        self.about.data.rows + self.about.trees.rows
    }

    /// Says that nobody is to find it any more.
    pub(super) fn withdraw(&self) {
        self.withdrawn.store(true, Ordering::Relaxed);
    }

    pub(super) fn is_withdrawn(&self) -> bool {
        self.withdrawn.load(Ordering::Relaxed)
    }

    pub(super) fn section(&self, kind: BlobKind) -> &Section {
        match kind {
            BlobKind::Data => &self.about.data,
            BlobKind::Tree => &self.about.trees,
        }
    }
}

impl Drop for Shelf {
    fn drop(&mut self) {
        if let (Some(path), true) = (&self.path, self.is_withdrawn()) {
            // One that stays is found at the next start, and withdrawn again.
            let _ = fs::remove_file(path);
        }
    }
}

impl Section {
    /// The blocks that the blob may be in: one, as a rule. Ids that begin alike may lie on both sides of a block's edge.
    pub(super) fn blocks_of(&self, id: Id) -> std::ops::Range<usize> {
        let begin = beginning(id);
        let first = self.begins.partition_point(|block| *block < begin).saturating_sub(1);
        first..first + self.begins[first..].partition_point(|block| *block <= begin)
    }

    /// Whether it has the blocks that its rows need, and begins right behind `before` others.
    fn is_whole(&self, before: usize) -> bool {
        self.first_block == before as u64 && self.begins.len() as u64 == self.rows.div_ceil(ROWS_PER_BLOCK as u64)
    }
}

/// A blob's row among those of a block, and its place there.
pub(super) fn find_in(rows: &[u8], id: Id) -> Option<(usize, Row)> {
    let (rows, _) = rows.as_chunks::<ROW_BYTES>();
    let at = rows.binary_search_by(|row| row[..32].cmp(&id.as_bytes()[..])).ok()?;
    Some((at, Row::decode(&rows[at])))
}

/// How an id begins, in the order of ids.
pub(super) fn beginning(id: Id) -> u64 {
    let mut first = [0; 8];
    first.copy_from_slice(&id.as_bytes()[..8]);
    u64::from_be_bytes(first)
}

fn damaged(error: &FormatError) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error.to_string())
}
