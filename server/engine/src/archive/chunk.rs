//! What a worker does with a chunk: zero test, hash, look up, claim, compress, check, seal.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use crate::archive::BackupError;
use crate::archive::claims::Standing;
use crate::archive::packer;
use crate::archive::run::Run;
use crate::archive::workers::Kit;
use crate::format::{BlobKind, Id};
use crate::pack::Blob;

/// One compressed chunk of this many is decompressed and compared, once the vault holds a point.
const CHECK_ONE_OF: u64 = 16;

/// Where a chunk's bytes can be had again.
#[derive(Debug, Clone)]
pub(super) enum Origin {
    /// From a disk: its place in the request, and the number of the chunk.
    Disk { disk: usize, chunk: u64 },
    /// From memory.
    Bytes(Arc<[u8]>),
}

/// Takes a chunk that was read from a disk.
pub(super) fn process(run: &Run, kit: &mut Kit, at: (usize, u64), bytes: &[u8]) -> Result<(), BackupError> {
    let (disk_number, chunk) = at;
    let Some(disk) = run.disks.get(disk_number) else { return Ok(()) };
    // The disk's last chunk may be shorter, and zeros of another length are another blob.
    let id = if *bytes == *disk.zero { disk.zero_id } else { Id::of(bytes) };
    let origin = || Origin::Disk { disk: disk_number, chunk };
    if store(run, kit, id, bytes, origin)? {
        disk.count_new(bytes.len());
    }
    disk.complete(run, chunk, id)
}

/// Stores a blob of data unless the vault has it or gets it. Answers whether it was new.
pub(super) fn store(
    run: &Run,
    kit: &mut Kit,
    id: Id,
    bytes: &[u8],
    origin: impl FnOnce() -> Origin,
) -> Result<bool, BackupError> {
    if run.core().contains(BlobKind::Data, id)? {
        return Ok(false);
    }
    match run.session().claim(id, run.id)? {
        Standing::Settled => Ok(false),
        Standing::Foreign => {
            run.want(id, origin());
            Ok(false)
        }
        Standing::Claimed => {
            run.new_chunks.fetch_add(1, Ordering::Relaxed);
            let stored = compress_and_append(run, kit, id, bytes);
            if stored.is_err() {
                run.session().release(id);
            }
            stored.map(|()| true)
        }
    }
}

fn compress_and_append(run: &Run, kit: &mut Kit, id: Id, bytes: &[u8]) -> Result<(), BackupError> {
    let began = Instant::now();
    let pace = &run.session().pace;
    let shorter = kit.compress(bytes, pace.level())?.is_some();
    pace.compressed(began.elapsed());
    let number = run.chunks_compressed.fetch_add(1, Ordering::Relaxed);
    let check = shorter && (run.check_all || number.is_multiple_of(CHECK_ONE_OF));
    if check && !kit.reproduces(bytes) {
        return Err(BackupError::NotReproducible);
    }
    let blob = Blob {
        kind: BlobKind::Data,
        id,
        stored: if shorter { kit.compressed() } else { bytes },
        raw_length: shorter.then_some(bytes.len()),
    };
    let sealed = packer::append(run.session(), &blob)?;
    run.sealed_bytes.fetch_add(sealed, Ordering::Relaxed);
    run.core().rate().charge(sealed);
    Ok(())
}
