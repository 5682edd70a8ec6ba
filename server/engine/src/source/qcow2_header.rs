//! A look at a qcow2 header before anything else reads it: what we refuse is told by its own kind, and nothing that it asks
//! for is allocated or opened.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;

use crate::source::SourceError;

const MAGIC: &[u8] = b"QFI\xfb";
const HEADER_BYTES: usize = 104;
const V2_HEADER_BYTES: u64 = 72;
const NAME_BYTES_MAX: usize = 1023;
/// QEMU's own limit of the first-level table.
const L1_BYTES_MAX: u64 = 32 << 20;
const CLUSTER_BITS: std::ops::RangeInclusive<u32> = 9..=21;
const INCOMPATIBLE_CORRUPT: u64 = 1 << 1;
const INCOMPATIBLE_DATA_FILE: u64 = 1 << 2;
const INCOMPATIBLE_COMPRESSION: u64 = 1 << 3;
const INCOMPATIBLE_EXTENDED_L2: u64 = 1 << 4;
/// The bits of a first-level entry that are an offset.
const TABLE_OFFSET: u64 = 0x00ff_ffff_ffff_fe00;
const EXTENSION_END: u32 = 0;
const EXTENSION_DATA_FILE: u32 = 0x4441_5441;
const EXTENSIONS_MAX: usize = 64;

/// What is needed of a header that was accepted.
pub(super) struct Header {
    pub(super) cluster_bytes: u64,
}

/// Reads and judges the header of an image of `len` bytes.
pub(super) fn read(file: &File, len: u64) -> Result<Header, SourceError> {
    let mut bytes = [0; HEADER_BYTES];
    let there = usize::try_from(len).unwrap_or(usize::MAX).min(HEADER_BYTES);
    read_exact(file, 0, &mut bytes[..there])?;
    if !bytes.starts_with(MAGIC) || (there as u64) < V2_HEADER_BYTES {
        return Err(refused("it has no qcow2 header"));
    }
    let version = u32_at(&bytes, 4);
    if !(2..=3).contains(&version) || (version == 3 && there < HEADER_BYTES) {
        return Err(refused(format!("version {version} is not supported")));
    }
    if u32_at(&bytes, 32) != 0 {
        return Err(SourceError::Encrypted);
    }
    let cluster_bits = u32_at(&bytes, 20);
    if !CLUSTER_BITS.contains(&cluster_bits) {
        return Err(refused("impossible cluster size"));
    }
    if u64_at(&bytes, 8) != 0 {
        let name_bytes = usize::try_from(u32_at(&bytes, 16)).unwrap_or(usize::MAX);
        let name = read_name(file, u64_at(&bytes, 8), name_bytes);
        return Err(SourceError::NamesAnotherFile { name });
    }
    if version == 3 {
        refuse_features(file, &bytes)?;
    }
    refuse_sizes(&bytes, cluster_bits)?;
    let cluster_bytes = 1 << cluster_bits;
    refuse_cut_tables(file, &bytes, cluster_bytes, len)?;
    Ok(Header { cluster_bytes })
}

fn refuse_features(file: &File, bytes: &[u8; HEADER_BYTES]) -> Result<(), SourceError> {
    let incompatible = u64_at(bytes, 72);
    if incompatible & INCOMPATIBLE_DATA_FILE != 0 {
        let name = data_file_name(file, u64::from(u32_at(bytes, 100)));
        return Err(SourceError::NamesAnotherFile { name });
    }
    if incompatible & INCOMPATIBLE_CORRUPT != 0 {
        return Err(refused("it is marked as corrupt"));
    }
    if incompatible & INCOMPATIBLE_COMPRESSION != 0 {
        return Err(refused("images compressed by zstd are not supported"));
    }
    if incompatible & INCOMPATIBLE_EXTENDED_L2 != 0 {
        return Err(refused("images with extended L2 entries are not supported"));
    }
    Ok(())
}

/// The first-level table must cover the disk, and be no larger than QEMU allows.
fn refuse_sizes(bytes: &[u8; HEADER_BYTES], cluster_bits: u32) -> Result<(), SourceError> {
    let l1_entries = u64::from(u32_at(bytes, 36));
    if l1_entries * 8 > L1_BYTES_MAX {
        return Err(refused("its first-level table is too large"));
    }
    // An entry covers a cluster full of eight-byte entries.
    let covered = u128::from(l1_entries) << (2 * cluster_bits - 3);
    if u128::from(u64_at(bytes, 24)) > covered {
        return Err(refused("its first-level table is too small for the disk"));
    }
    Ok(())
}

/// All tables must lie in the file: what is read behind its end would look like holes.
fn refuse_cut_tables(
    file: &File,
    header: &[u8; HEADER_BYTES],
    cluster_bytes: u64,
    len: u64,
) -> Result<(), SourceError> {
    let l1_bytes = usize::try_from(u32_at(header, 36)).unwrap_or(usize::MAX).saturating_mul(8);
    let mut l1 = vec![0; l1_bytes];
    read_exact(file, u64_at(header, 40), &mut l1).map_err(|error| match error {
        SourceError::NotQcow2 { .. } => refused("it ends in its first-level table"),
        other => other,
    })?;
    let cut = l1
        .chunks_exact(8)
        .map(|entry| u64_at(entry, 0) & TABLE_OFFSET)
        .any(|offset| offset + cluster_bytes > len && offset != 0);
    if cut { Err(refused("it ends before one of its second-level tables")) } else { Ok(()) }
}

/// The name in the header extension; images need not have it.
fn data_file_name(file: &File, mut offset: u64) -> String {
    for _ in 0..EXTENSIONS_MAX {
        let mut head = [0; 8];
        if read_exact(file, offset, &mut head).is_err() {
            break;
        }
        let (kind, len) = (u32_at(&head, 0), u32_at(&head, 4));
        match kind {
            EXTENSION_END => break,
            EXTENSION_DATA_FILE => return read_name(file, offset + 8, usize::try_from(len).unwrap_or(usize::MAX)),
            _ => offset = offset.saturating_add(8 + u64::from(len).next_multiple_of(8)),
        }
    }
    "(an external data file without a name)".to_owned()
}

fn read_name(file: &File, offset: u64, len: usize) -> String {
    let mut name = vec![0; len.min(NAME_BYTES_MAX)];
    if read_exact(file, offset, &mut name).is_err() {
        return "(a name that cannot be read)".to_owned();
    }
    String::from_utf8_lossy(&name).into_owned()
}

fn read_exact(file: &File, offset: u64, bytes: &mut [u8]) -> Result<(), SourceError> {
    file.read_exact_at(bytes, offset).map_err(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => refused("it ends in its header"),
        _ => SourceError::Io(error),
    })
}

/// Shorthand for [`SourceError::NotQcow2`].
pub(super) fn refused(why: impl Into<String>) -> SourceError {
    SourceError::NotQcow2 { why: why.into() }
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    let part = bytes.get(at..at + 4).and_then(|part| part.try_into().ok());
    part.map_or(0, u32::from_be_bytes)
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    let part = bytes.get(at..at + 8).and_then(|part| part.try_into().ok());
    part.map_or(0, u64::from_be_bytes)
}
