//! A pack on its way into the store.

use crate::core::Core;
use crate::format::{BlobKind, FormatError, Id, PackEntry, encode_header, pack_bytes};
use crate::store::{FileKind, StoreError};

/// A pack under construction.
#[derive(Default)]
pub(crate) struct Pack {
    bytes: Vec<u8>,
    entries: Vec<PackEntry>,
}

/// A pack that is durable.
#[derive(Debug, Clone)]
pub(crate) struct FinishedPack {
    pub(crate) id: Id,
    pub(crate) entries: Vec<PackEntry>,
    pub(crate) bytes: u64,
}

/// A blob to append: its kind and id, the bytes to seal, and their plain length when they are compressed.
pub(crate) struct Blob<'a> {
    pub(crate) kind: BlobKind,
    pub(crate) id: Id,
    pub(crate) stored: &'a [u8],
    pub(crate) raw_length: Option<usize>,
}

/// Why a pack could not be written.
#[derive(Debug)]
pub(crate) enum PackError {
    Store(StoreError),
    Format(FormatError),
}

impl Pack {
    /// An empty pack in a buffer that may have been used before.
    pub(crate) fn in_buffer(mut bytes: Vec<u8>) -> Self {
        bytes.clear();
        Pack { bytes, entries: Vec::new() }
    }

    /// The buffer alone, for another pack.
    pub(crate) fn into_buffer(self) -> Vec<u8> {
        self.bytes
    }

    /// Seals a blob onto the end.
    pub(crate) fn append(&mut self, core: &Core, blob: &Blob<'_>) -> Result<(), FormatError> {
        let offset = self.offset()?;
        core.sealer().seal_into(blob.stored, &mut self.bytes)?;
        let length = self.offset()? - offset;
        let raw_length = blob.raw_length.map(u32::try_from).transpose().map_err(|_| too_long())?;
        self.entries.push(PackEntry { id: blob.id, kind: blob.kind, offset, length, raw_length });
        Ok(())
    }

    /// Copies a blob of another pack onto the end, as it is sealed there. It must have been opened and compared with its id.
    pub(crate) fn append_sealed(&mut self, entry: &PackEntry, sealed: &[u8]) -> Result<(), FormatError> {
        let offset = self.offset()?;
        self.bytes.extend_from_slice(sealed);
        self.offset()?;
        self.entries.push(PackEntry { offset, ..*entry });
        Ok(())
    }

    fn offset(&self) -> Result<u32, FormatError> {
        u32::try_from(self.bytes.len()).map_err(|_| too_long())
    }

    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// How much of it is blobs, with their entries in the header, in bytes.
    pub(crate) fn blob_bytes(&self) -> usize {
        let frame = pack_bytes([].iter());
        usize::try_from(pack_bytes(self.entries.iter()) - frame).unwrap_or(usize::MAX)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds the header and writes the pack; the buffer is empty afterwards, whatever happened.
    pub(crate) fn write(&mut self, core: &Core) -> Result<FinishedPack, PackError> {
        let written = self.seal_header(core).map_err(PackError::Format).and_then(|()| {
            let id = Id::of(&self.bytes);
            core.store().put(FileKind::Pack.file(id), &self.bytes).map_err(PackError::Store)?;
            Ok(id)
        });
        let bytes = self.bytes.len() as u64;
        let entries = std::mem::take(&mut self.entries);
        self.bytes.clear();
        written.map(|id| FinishedPack { id, entries, bytes })
    }

    fn seal_header(&mut self, core: &Core) -> Result<(), FormatError> {
        let start = self.bytes.len();
        core.sealer().seal_into(&encode_header(&self.entries), &mut self.bytes)?;
        let length = u32::try_from(self.bytes.len() - start).map_err(|_| FormatError::Crypto)?;
        self.bytes.extend_from_slice(&length.to_le_bytes());
        Ok(())
    }
}

fn too_long() -> FormatError {
    FormatError::malformed("pack", "longer than any pack may be")
}
