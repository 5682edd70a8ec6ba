//! All blobs that index files name, each once and in order, on disk: for an operation that asks of every blob of a vault, and
//! notes something about each by the number of its row.

use std::io;
use std::sync::Arc;

use crate::core::Core;
use crate::fault::ReadError;
use crate::format::{BlobKind, Id, PackEntry};
use crate::index::cache::Cache;
use crate::index::map::Index;
use crate::index::row::Row;
use crate::index::shelf::{BLOCK_BYTES, ROWS_PER_BLOCK, Shelf, find_in};
use crate::index::shelf_writer::merge;
use crate::store::StoreError;

/// So many runs become one.
const RUNS_MAX: usize = 16;

/// Takes packs, until all of them are a [`Table`].
pub(crate) struct TableWriter<'a> {
    core: &'a Core,
    cache: Cache,
    recent: Index,
    /// Sorted parts in the order of the packs, each with how often it was merged.
    runs: Vec<(u32, Arc<Shelf>)>,
}

/// The table.
pub(crate) struct Table(Arc<Shelf>);

/// What a table says of a blob.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// The number of the row among those of the kind.
    pub(crate) row: u64,
    /// The number of the first pack that has the blob, in the order in which they came.
    pub(crate) pack: u32,
}

/// Looks up blobs of a kind. In the order of their ids it is fast.
pub(crate) struct Lookup {
    kind: BlobKind,
    /// The block that was read last.
    block: Option<usize>,
    rows: Vec<u8>,
}

impl<'a> TableWriter<'a> {
    pub(crate) fn new(core: &'a Core) -> Self {
        let cache = core.index_cache().for_a_while();
        TableWriter { core, cache, recent: Index::default(), runs: Vec::new() }
    }

    /// Adds the next pack, which has not come before.
    pub(crate) fn add(&mut self, pack: Id, entries: impl Iterator<Item = PackEntry>) -> Result<(), ReadError> {
        self.recent.add_pack(pack, entries);
        if self.recent.in_memory() >= self.core.index_memory() { self.end_run() } else { Ok(()) }
    }

    pub(crate) fn finish(mut self) -> Result<Table, ReadError> {
        self.end_run()?;
        match &self.runs[..] {
            [(_, only)] => Ok(Table(Arc::clone(only))),
            _ => self.merge(0).map(Table),
        }
    }

    fn end_run(&mut self) -> Result<(), ReadError> {
        let (core, recent) = (self.core, std::mem::take(&mut self.recent));
        let run = self.write(|cache| recent.to_shelf(cache, core.sealer()))?;
        self.runs.push((0, run));
        while let Some(first) = self.first_of_many() {
            let times = self.runs[first].0 + 1;
            let run = self.merge(first)?;
            self.runs.truncate(first);
            self.runs.push((times, run));
        }
        Ok(())
    }

    /// The first of the last runs when they are many of one size.
    fn first_of_many(&self) -> Option<usize> {
        let first = self.runs.len().checked_sub(RUNS_MAX)?;
        let (times, _) = self.runs[first];
        self.runs[first..].iter().all(|(other, _)| *other == times).then_some(first)
    }

    fn merge(&mut self, first: usize) -> Result<Arc<Shelf>, ReadError> {
        let core = self.core;
        let runs: Vec<Arc<Shelf>> = self.runs[first..].iter().map(|(_, run)| Arc::clone(run)).collect();
        self.write(|cache| merge(cache, core.sealer(), &runs))
    }

    /// Writes a run on disk; from when the disk is full on, in memory.
    fn write(&mut self, run: impl Fn(&Cache) -> io::Result<Shelf>) -> Result<Arc<Shelf>, ReadError> {
        let written = run(&self.cache).or_else(|error| match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                self.cache = Cache::in_memory();
                run(&self.cache)
            }
            _ => Err(error),
        });
        written.map(Arc::new).map_err(|error| unreachable("write", error))
    }
}

impl Table {
    /// How many rows there are of this kind.
    pub(crate) fn rows(&self, kind: BlobKind) -> u64 {
        self.0.section(kind).rows
    }

    /// Shows every row of a kind in order: its number, the pack's number, and the blob.
    pub(crate) fn for_each(
        &self,
        core: &Core,
        kind: BlobKind,
        mut show: impl FnMut(u64, u32, &PackEntry),
    ) -> Result<(), ReadError> {
        let mut bytes = [0; BLOCK_BYTES];
        let mut number = 0;
        for block in 0..self.0.section(kind).begins.len() {
            let rows = self.0.block(core.sealer(), kind, block, &mut bytes);
            for row in rows.map_err(|error| unreachable("read", error))?.as_chunks().0 {
                let row = Row::decode(row);
                show(number, row.place.pack, &row.entry(kind));
                number += 1;
            }
        }
        Ok(())
    }
}

impl Lookup {
    pub(crate) fn new(kind: BlobKind) -> Self {
        Lookup { kind, block: None, rows: Vec::new() }
    }

    /// What the table, always the same one, says of a blob.
    pub(crate) fn find(&mut self, core: &Core, table: &Table, id: Id) -> Result<Option<Found>, ReadError> {
        for block in table.0.section(self.kind).blocks_of(id) {
            if self.block != Some(block) {
                self.read(core, table, block).map_err(|error| unreachable("read", error))?;
            }
            if let Some((at, row)) = find_in(&self.rows, id) {
                return Ok(Some(Found { row: (block * ROWS_PER_BLOCK + at) as u64, pack: row.place.pack }));
            }
        }
        Ok(None)
    }

    fn read(&mut self, core: &Core, table: &Table, block: usize) -> io::Result<()> {
        let mut bytes = [0; BLOCK_BYTES];
        self.block = None;
        self.rows.clear();
        self.rows.extend_from_slice(table.0.block(core.sealer(), self.kind, block, &mut bytes)?);
        self.block = Some(block);
        Ok(())
    }
}

fn unreachable(doing: &'static str, source: io::Error) -> ReadError {
    ReadError::Unreachable(StoreError::Unreachable { doing, what: "a table of the index".to_owned(), source })
}
