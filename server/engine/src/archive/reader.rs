//! Readers: threads of one backup that fill chunk buffers from its disks, so that a slow disk holds up no other backup.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};

use crate::archive::planner::Planner;
use crate::archive::run::Run;
use crate::archive::{BackupError, buffers, chunk};
use crate::core::lock;

/// How many requests a backup has in flight at its disks.
pub(super) const READERS: usize = 4;

/// Reads until the planner has no more, or the backup stops.
pub(super) fn read_all(run: &Arc<Run>, planner: &Mutex<Planner>) {
    let read = catch_unwind(AssertUnwindSafe(|| read_chunks(run, planner)));
    match read {
        Ok(Ok(())) => {}
        Ok(Err(error)) => run.fail(error),
        Err(_) => run.fail(BackupError::Internal { what: "a reader failed".to_owned() }),
    }
}

fn read_chunks(run: &Arc<Run>, planner: &Mutex<Planner>) -> Result<(), BackupError> {
    while !run.is_stopped() {
        // Before a chunk is read, so that what is in memory stays as little as without a limit.
        run.core().rate().wait(&|| run.is_stopped());
        let next = lock(planner).next(run)?;
        let Some((disk, chunk)) = next else { return Ok(()) };
        submit_chunk(run, disk, chunk, true)?;
    }
    Ok(())
}

/// Reads one chunk and gives it to the workers. `place` says whether the disk still waits for it.
pub(super) fn submit_chunk(run: &Arc<Run>, number: usize, chunk: u64, place: bool) -> Result<(), BackupError> {
    let Some(disk) = run.disks.get(number) else { return Ok(()) };
    let len = usize::try_from(disk.geometry.chunk_len(chunk)).unwrap_or(usize::MAX);
    let Some(mut buffer) = buffers::take(len, || run.is_stopped()) else { return Ok(()) };
    let offset = chunk * disk.geometry.chunk_bytes;
    disk.source.read_at(offset, &mut buffer).map_err(|source| BackupError::Source {
        disk: disk.name.clone(),
        offset,
        source,
    })?;
    if place {
        disk.read_bytes.fetch_add(len as u64, Ordering::Relaxed);
        run.submit(move |run, kit| chunk::process(run, kit, (number, chunk), &buffer));
    } else {
        run.submit(move |run, kit| {
            let id = crate::format::Id::of(&buffer);
            let origin = || chunk::Origin::Disk { disk: number, chunk };
            chunk::store(run, kit, id, &buffer, origin).map(|_| ())
        });
    }
    Ok(())
}
