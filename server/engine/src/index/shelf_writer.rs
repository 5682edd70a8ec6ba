//! Writing a shelf: from memory, or from shelves that become one.

use std::io::{self, Write};
use std::sync::Arc;

use crate::format::{BlobKind, Id, IdMap, Sealer, seal_document};
use crate::index::cache::{Cache, Draft};
use crate::index::row::{Place, ROW_BYTES, Row};
use crate::index::shelf::{About, BLOCK_BYTES, ROWS_PER_BLOCK, Section, Shelf, beginning};

/// Written at a time, in bytes.
const BUFFER_BYTES: usize = 1 << 20;
const KINDS: [BlobKind; 2] = [BlobKind::Data, BlobKind::Tree];

/// A shelf that is being written: rows of data in order, then rows of trees in order.
struct Writer<'a> {
    sealer: &'a Sealer,
    draft: Draft,
    sealed: Vec<u8>,
    rows: Vec<u8>,
    blocks: u64,
    section: Section,
}

/// What is in memory, as a shelf.
pub(super) fn shelve(
    (cache, sealer): (&Cache, &Sealer),
    (data, trees): (&IdMap<Place>, &IdMap<Place>),
    packs: Vec<Id>,
    files: Vec<Id>,
) -> io::Result<Shelf> {
    let mut writer = Writer::new(cache, sealer)?;
    let mut about = About { files, packs, ..About::default() };
    for (rows, section) in [(data, &mut about.data), (trees, &mut about.trees)] {
        let mut rows: Vec<Row> = rows.iter().map(|(id, place)| Row { id: *id, place: *place }).collect();
        rows.sort_unstable_by_key(|row| row.id);
        for row in rows {
            writer.push(&row)?;
        }
        *section = writer.end_section()?;
    }
    writer.finish(about)
}

/// One shelf with the rows of several; of a blob that more than one has, the row of the first.
pub(super) fn merge(cache: &Cache, sealer: &Sealer, shelves: &[Arc<Shelf>]) -> io::Result<Shelf> {
    let mut about = About::default();
    let mut numbers: IdMap<u32> = IdMap::default();
    let mut renumbered = Vec::new();
    for shelf in shelves {
        about.files.extend(&shelf.about.files);
        let number = |pack: &Id| {
            *numbers.entry(*pack).or_insert_with(|| {
                about.packs.push(*pack);
                u32::try_from(about.packs.len() - 1).unwrap_or(u32::MAX)
            })
        };
        renumbered.push(shelf.about.packs.iter().map(number).collect::<Vec<_>>());
    }
    let mut writer = Writer::new(cache, sealer)?;
    for kind in KINDS {
        let mut readers: Vec<Reader> = shelves.iter().map(|shelf| Reader::new(shelf, kind)).collect();
        let mut last = None;
        while let Some((of, row)) = least(&mut readers, sealer)? {
            if last.replace(row.id) != Some(row.id) {
                let pack = usize::try_from(row.place.pack).ok().and_then(|pack| renumbered[of].get(pack));
                let pack = *pack.ok_or(io::ErrorKind::InvalidData)?;
                writer.push(&Row { place: Place { pack, ..row.place }, ..row })?;
            }
        }
        let section = writer.end_section()?;
        match kind {
            BlobKind::Data => about.data = section,
            BlobKind::Tree => about.trees = section,
        }
    }
    writer.finish(about)
}

/// The next row of all, and whose it is. Shelves are few: looking at each is as fast as keeping them in order.
fn least(readers: &mut [Reader<'_>], sealer: &Sealer) -> io::Result<Option<(usize, Row)>> {
    let mut least: Option<(usize, Row)> = None;
    for (of, reader) in readers.iter_mut().enumerate() {
        if let Some(row) = reader.peek(sealer)?
            && least.is_none_or(|(_, known)| row.id < known.id)
        {
            least = Some((of, row));
        }
    }
    if let Some((of, _)) = least {
        readers[of].next_row();
    }
    Ok(least)
}

/// Reads the rows of a kind in order.
struct Reader<'a> {
    shelf: &'a Shelf,
    kind: BlobKind,
    block: usize,
    rows: Vec<u8>,
    at: usize,
}

impl<'a> Reader<'a> {
    fn new(shelf: &'a Shelf, kind: BlobKind) -> Self {
        Reader { shelf, kind, block: 0, rows: Vec::new(), at: 0 }
    }

    fn peek(&mut self, sealer: &Sealer) -> io::Result<Option<Row>> {
        if self.at == self.rows.len() {
            if self.block == self.shelf.section(self.kind).begins.len() {
                return Ok(None);
            }
            let mut bytes = [0; BLOCK_BYTES];
            self.rows.clear();
            self.rows.extend_from_slice(self.shelf.block(sealer, self.kind, self.block, &mut bytes)?);
            self.block += 1;
            self.at = 0;
        }
        Ok(self.rows[self.at..].first_chunk().map(Row::decode))
    }

    fn next_row(&mut self) {
        self.at += ROW_BYTES;
    }
}

impl<'a> Writer<'a> {
    fn new(cache: &Cache, sealer: &'a Sealer) -> io::Result<Self> {
        Ok(Writer {
            sealer,
            draft: cache.draft()?,
            sealed: Vec::with_capacity(BUFFER_BYTES + BLOCK_BYTES),
            rows: Vec::with_capacity(ROWS_PER_BLOCK * ROW_BYTES),
            blocks: 0,
            section: Section::default(),
        })
    }

    fn push(&mut self, row: &Row) -> io::Result<()> {
        if self.rows.is_empty() {
            self.section.begins.push(beginning(row.id));
        }
        row.encode(&mut self.rows);
        self.section.rows += 1;
        if self.rows.len() == ROWS_PER_BLOCK * ROW_BYTES { self.end_block() } else { Ok(()) }
    }

    fn end_block(&mut self) -> io::Result<()> {
        self.rows.resize(ROWS_PER_BLOCK * ROW_BYTES, 0);
        self.sealer.seal_into(&self.rows, &mut self.sealed).map_err(io::Error::other)?;
        self.rows.clear();
        self.blocks += 1;
        if self.sealed.len() >= BUFFER_BYTES { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.draft.file().write_all(&self.sealed)?;
        self.sealed.clear();
        Ok(())
    }

    fn end_section(&mut self) -> io::Result<Section> {
        if !self.rows.is_empty() {
            self.end_block()?;
        }
        let next = Section { first_block: self.blocks, ..Section::default() };
        Ok(std::mem::replace(&mut self.section, next))
    }

    fn finish(mut self, about: About) -> io::Result<Shelf> {
        let sealed = seal_document(self.sealer, &serde_json::to_vec(&about)?).map_err(io::Error::other)?;
        self.sealed.extend_from_slice(&sealed);
        self.sealed.extend_from_slice(&(sealed.len() as u64).to_le_bytes());
        self.flush()?;
        let (file, path) = self.draft.finish(Id::of(&sealed))?;
        Ok(Shelf::new(file, path, about))
    }
}
