//! What a day changes on the disk: about 2 % of it is written anew. Pages here and there, new files where nothing was, and trims.

use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::path::Path;

use anyhow::Context as _;
use rustix::fs::{FallocateFlags, SeekFrom, fallocate, seek};
use rustix::io::Errno;

const PAGE: u64 = 4096;
const MIB: u64 = 1 << 20;
/// Places that are written, of 1 to 16 pages each.
const SPOTS: u64 = 300;
/// New files of 3 MiB.
const FILES: u64 = 8;
/// Trims of 1 MiB.
const TRIMS: u64 = 8;
/// So many bytes a hypervisor tracks with one bit.
const GRAIN: u64 = 64 << 10;

/// A piece of the disk, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Change {
    pub(crate) offset: u64,
    pub(crate) length: u64,
}

/// The same numbers every time.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(0x9E37_79B9_7F4A_7C15 ^ seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }
}

/// Makes the next version out of the first; answers what may differ.
pub(crate) fn write(image: &Path) -> anyhow::Result<Vec<Change>> {
    let file = File::options().read(true).write(true).open(image)?;
    let (data, size) = (data(&file)?, file.metadata()?.len());
    let holes = holes(&data, size);
    let mut random = Random::new(2);
    let mut touched = Vec::new();
    for _ in 0..SPOTS {
        let length = (random.next() % 16 + 1) * PAGE;
        let change = somewhere(&data, length, PAGE, &mut random)?;
        // As a database leaves it: half a page is new.
        for page in 0..length / PAGE {
            file.write_all_at(&noise(PAGE / 2, &mut random), change.offset + page * PAGE)?;
        }
        touched.push(change);
    }
    for _ in 0..FILES {
        let change = somewhere(&holes, 3 * MIB, MIB, &mut random)?;
        file.write_all_at(&text_and_noise(change.length, &mut random), change.offset)?;
        touched.push(change);
    }
    for _ in 0..TRIMS {
        let change = somewhere(&data, MIB, MIB, &mut random)?;
        fallocate(&file, FallocateFlags::PUNCH_HOLE | FallocateFlags::KEEP_SIZE, change.offset, change.length)?;
        touched.push(change);
    }
    file.sync_all()?;
    Ok(tracked(touched, size))
}

/// Where the file holds data.
pub(crate) fn data(file: &File) -> anyhow::Result<Vec<Change>> {
    let (mut found, mut at) = (Vec::new(), 0);
    loop {
        match seek(file, SeekFrom::Data(at)) {
            Ok(offset) => {
                at = seek(file, SeekFrom::Hole(offset))?;
                found.push(Change { offset, length: at - offset });
            }
            Err(Errno::NXIO) => return Ok(found),
            Err(error) => return Err(error.into()),
        }
    }
}

fn holes(data: &[Change], size: u64) -> Vec<Change> {
    let begins = std::iter::once(0).chain(data.iter().map(|extent| extent.offset + extent.length));
    let ends = data.iter().map(|extent| extent.offset).chain([size]);
    begins.zip(ends).map(|(offset, end)| Change { offset, length: end - offset }).collect()
}

/// A place of this length in one of the extents, aligned.
fn somewhere(extents: &[Change], length: u64, align: u64, random: &mut Random) -> anyhow::Result<Change> {
    let first = |extent: &Change| extent.offset.next_multiple_of(align);
    let places = |extent: &Change| {
        (extent.offset + extent.length).checked_sub(first(extent) + length).map_or(0, |room| room / align + 1)
    };
    let all: u64 = extents.iter().map(places).sum();
    let mut chosen = random.next().checked_rem(all).context("no extent is that long")?;
    for extent in extents {
        match chosen.checked_sub(places(extent)) {
            Some(left) => chosen = left,
            None => return Ok(Change { offset: first(extent) + chosen * align, length }),
        }
    }
    anyhow::bail!("no extent is that long")
}

fn noise(length: u64, random: &mut Random) -> Vec<u8> {
    (0..length / 8).flat_map(|_| random.next().to_le_bytes()).collect()
}

/// A new file: half of it compresses well.
fn text_and_noise(length: u64, random: &mut Random) -> Vec<u8> {
    let mut bytes = noise(length / 2, random);
    while (bytes.len() as u64) < length {
        bytes.extend(format!("{:05} nothing of note\n", random.next() % 99_999).bytes());
    }
    bytes.truncate(usize::try_from(length).unwrap_or(usize::MAX));
    bytes
}

/// Rounded to what is tracked, in order, joined.
fn tracked(mut touched: Vec<Change>, size: u64) -> Vec<Change> {
    touched.sort();
    let mut tracked: Vec<Change> = Vec::new();
    for change in touched {
        let offset = change.offset / GRAIN * GRAIN;
        let end = (change.offset + change.length).next_multiple_of(GRAIN).min(size);
        match tracked.last_mut() {
            Some(last) if last.offset + last.length >= offset => last.length = last.length.max(end - last.offset),
            _ => tracked.push(Change { offset, length: end - offset }),
        }
    }
    tracked
}
