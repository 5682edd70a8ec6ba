//! What disks are made of: the same bytes for the same seed.

use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::FileExt as _;
use std::path::Path;

/// The piece that the engine cuts disks into.
pub const CHUNK: usize = 256 << 10;

const MIB: usize = 1 << 20;

/// Bytes that do not compress.
pub fn noise(len: usize, seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x2545_F491_4F6C_DD1D) | 1;
    let mut bytes = Vec::with_capacity(len + 8);
    while bytes.len() < len {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes.extend_from_slice(&state.to_le_bytes());
    }
    bytes.truncate(len);
    bytes
}

/// Bytes that compress well.
pub fn text(len: usize, seed: u64) -> Vec<u8> {
    let line = format!("line {seed} of a log that says much the same again and again\n");
    line.bytes().cycle().take(len).collect()
}

/// A small disk with something of everything, and an end that fills no chunk.
pub fn disk(seed: u64) -> Vec<u8> {
    let mut disk = noise(CHUNK + 4096, seed);
    disk.resize(3 * CHUNK, 0);
    disk.extend(text(2 * CHUNK, seed));
    disk.extend(noise(CHUNK / 2 + 512, seed + 1));
    disk
}

/// Writes a large sparse disk quickly: of eight chunks five are noise, two are text and one is a hole; no two are the same.
pub fn write_large(path: &Path, mib: usize, seed: u64) -> io::Result<()> {
    let file = File::options().write(true).create_new(true).open(path)?;
    file.set_len((mib * MIB) as u64)?;
    let pool = noise(4 * MIB, seed);
    for number in 0..mib * MIB / CHUNK {
        let mut chunk = match number % 8 {
            3 => continue,
            1 | 6 => text(CHUNK, seed + number as u64),
            _ => pool[(number * 4099) % (3 * MIB)..][..CHUNK].to_vec(),
        };
        chunk[..8].copy_from_slice(&(number as u64).to_le_bytes());
        file.write_all_at(&chunk, (number * CHUNK) as u64)?;
    }
    file.sync_all()
}

/// Whether two files hold the same bytes.
pub fn same(a: &Path, b: &Path) -> io::Result<bool> {
    equal(File::open(a)?, File::open(b)?)
}

/// Whether two readers give the same bytes, and as many.
pub fn equal(a: impl Read, b: impl Read) -> io::Result<bool> {
    let piece = |reader: &mut dyn Read, into: &mut Vec<u8>| {
        into.clear();
        reader.take(MIB as u64).read_to_end(into)
    };
    let (mut a, mut b, mut left, mut right) = (a, b, Vec::with_capacity(MIB), Vec::with_capacity(MIB));
    loop {
        piece(&mut a, &mut left)?;
        piece(&mut b, &mut right)?;
        if left != right {
            return Ok(false);
        }
        if left.is_empty() {
            return Ok(true);
        }
    }
}
