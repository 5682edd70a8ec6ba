//! Looking at packs: from outside (size, header) or whole.

use crate::core::{Core, open_blob};
use crate::fault::{Damage, ReadError};
use crate::format::{FormatError, Id, IndexPack, PackEntry, decode_header, header_length, pack_bytes};
use crate::store::{FileKind, FileName};

const LENGTH_BYTES: usize = 4;

/// What is wrong with a pack, and which of its blobs that hurts.
pub(super) struct BadPack {
    pub(super) damage: Damage,
    pub(super) blobs: Vec<PackEntry>,
}

/// The size in bytes that a pack has if the index is right.
pub(super) fn expected_bytes(pack: &IndexPack) -> u64 {
    let entries: Vec<PackEntry> = pack.blobs.iter().map(PackEntry::from).collect();
    pack_bytes(entries.iter())
}

/// Compares the size and the header of a pack with the index.
pub(super) fn check_header(core: &Core, pack: &IndexPack) -> Result<(), ReadError> {
    let entries = read_header(core, pack.id)?;
    same_blobs(entries, pack).map_err(|error| ReadError::from_format(FileKind::Pack.file(pack.id), &error))
}

/// The blobs of a pack, as its own header says.
pub(crate) fn read_header(core: &Core, pack: Id) -> Result<Vec<PackEntry>, ReadError> {
    let name = FileKind::Pack.file(pack);
    let bytes = core.store().head(name).map_err(ReadError::from_store)?;
    let mut tail = [0; LENGTH_BYTES];
    let tail_at = bytes.saturating_sub(LENGTH_BYTES as u64);
    core.store().get_range(name, tail_at, &mut tail).map_err(ReadError::from_store)?;
    let length = header_length(&tail, bytes).map_err(|error| ReadError::from_format(name, &error))?;
    let mut header = vec![0; length];
    core.store().get_range(name, tail_at.saturating_sub(length as u64), &mut header).map_err(ReadError::from_store)?;
    decode_header(core.sealer(), &mut header, bytes).map_err(|error| ReadError::from_format(name, &error))
}

/// Reads a pack whole: its name, its header, and every blob. An error only when the store could not be reached.
pub(super) fn check_whole(core: &Core, pack: &IndexPack) -> Result<Option<BadPack>, ReadError> {
    let name = FileKind::Pack.file(pack.id);
    let all = || pack.blobs.iter().map(PackEntry::from).collect();
    let mut bytes = match core.store().get(name).map_err(ReadError::from_store) {
        Ok(bytes) => bytes,
        Err(ReadError::Damaged(damage)) => return Ok(Some(BadPack { damage, blobs: all() })),
        Err(error) => return Err(error),
    };
    let named = Id::of(&bytes) == pack.id;
    let header = check_own_header(core, pack, &bytes);
    let mut plain = Vec::new();
    let bad: Vec<PackEntry> =
        pack.blobs.iter().map(PackEntry::from).filter(|entry| !is_good(core, entry, &mut bytes, &mut plain)).collect();
    Ok(fault(name, named, header.err(), bad))
}

/// A pack may be bad without hurting any blob: then nothing is lost yet.
fn fault(name: FileName, named: bool, header: Option<FormatError>, blobs: Vec<PackEntry>) -> Option<BadPack> {
    let why = match (blobs.len(), header) {
        (0, None) if named => return None,
        (0, None) => "its name is not the hash of its bytes".to_owned(),
        (0, Some(error)) => error.to_string(),
        (count, _) => format!("{count} of its blobs cannot be read"),
    };
    Some(BadPack { damage: Damage::new(name, why), blobs })
}

fn check_own_header(core: &Core, pack: &IndexPack, bytes: &[u8]) -> Result<(), FormatError> {
    let length = header_length(bytes, bytes.len() as u64)?;
    let end = bytes.len() - LENGTH_BYTES;
    let mut header = bytes[end - length..end].to_vec();
    same_blobs(decode_header(core.sealer(), &mut header, bytes.len() as u64)?, pack)
}

fn same_blobs(mut entries: Vec<PackEntry>, pack: &IndexPack) -> Result<(), FormatError> {
    let mut listed: Vec<PackEntry> = pack.blobs.iter().map(PackEntry::from).collect();
    entries.sort_by_key(|entry| entry.offset);
    listed.sort_by_key(|entry| entry.offset);
    if entries != listed {
        return Err(FormatError::malformed("pack", "the index lists other blobs than its header"));
    }
    Ok(())
}

/// Opens the blob in place, which is why the header is looked at first.
fn is_good(core: &Core, entry: &PackEntry, bytes: &mut [u8], plain: &mut Vec<u8>) -> bool {
    let range = usize::try_from(entry.offset).ok().zip(usize::try_from(entry.length).ok());
    let sealed = range.and_then(|(offset, length)| bytes.get_mut(offset..offset.checked_add(length)?));
    sealed.is_some_and(|sealed| open_blob(core.sealer(), entry, sealed, plain).is_ok())
}
