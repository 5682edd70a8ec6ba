//! A backup from the request to the point.

use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::archive::chunk::Origin;
use crate::archive::claims::Standing;
use crate::archive::commit::{self, Files};
use crate::archive::disk::DiskRun;
use crate::archive::planner::Planner;
use crate::archive::run::Run;
use crate::archive::{BackupError, BackupOutcome, BackupRequest, changed, packer, reader, session};
use crate::cancel::Cancel;
use crate::core::Core;
use crate::index;
use crate::lock::VaultLock;
use crate::point::{self, Point, PointDisk, PointId, Record};
use crate::progress::{Phase, Progress, Update};
use crate::stored_disk::StoredDisk;

const TICK: Duration = Duration::from_millis(150);
const VM_RECORD_FORMAT: u32 = 1;

/// Makes a point.
pub(crate) fn backup(
    core: &Arc<Core>,
    mut request: BackupRequest<'_>,
    progress: &dyn Progress,
    cancel: &Cancel,
) -> Result<BackupOutcome, BackupError> {
    let started = (Instant::now(), crate::clock::now());
    if let Some(why) = request.fault() {
        return Err(BackupError::Invalid { why });
    }
    progress.report(Update::Phase(Phase::Preparing));
    let lock = VaultLock::shared(core)?;
    if let Some(damage) = index::refresh(core)?.into_iter().next() {
        return Err(BackupError::NeedsRepair(damage));
    }
    let survey = point::survey(core)?;
    let of_machine: Vec<&Point> = survey.points.iter().filter(|point| point.machine_id == request.machine_id).collect();
    let parent = of_machine.last().map(|point| point.id);
    let disks = std::mem::take(&mut request.disks).into_iter().map(DiskRun::new).collect::<Result<Vec<_>, _>>()?;
    let bases = disks.iter().map(|disk| {
        let changed = disk.changed.as_ref();
        changed.map(|changed| changed::base(core, changed, (&disk.name, &disk.geometry), &of_machine)).transpose()
    });
    let bases = bases.collect::<Result<Vec<_>, _>>()?;
    let first = survey.points.is_empty();
    // Left before the lock is released: what the session knows holds only while nobody else may remove packs.
    let member = session::join(core);
    let run = Run::new(&member, disks, first, cancel)?;
    let made = transfer(&run, &request, (parent, bases), progress, &lock).and_then(|files| {
        progress.report(Update::Phase(Phase::Committing));
        settle(&run)?;
        check_sources(&run)?;
        commit::commit(&run, &request, &files, &lock, started)
    });
    if made.is_err() {
        run.stop();
        // Tasks hold chunks of memory and refer to the disks: they end before the caller goes on.
        while !run.wait_idle(TICK) {}
        keep_what_is_durable(&run, &lock);
    }
    let outcome = made?;
    // What was not reported while the data was moving: trees, their index, the snapshot.
    let reported = run.sealed_bytes.load(Ordering::Relaxed);
    progress.report(Update::Stored { bytes: outcome.stored_bytes.saturating_sub(reported) });
    Ok(outcome)
}

/// Lists the packs that are durable already, so that the next attempt need not store them again. Best effort.
fn keep_what_is_durable(run: &Run, lock: &VaultLock) {
    if !run.session().has_failed() {
        let _ = run.session().publish(lock);
    }
}

/// Reads all disks and gives every chunk to the workers, and the small files too.
fn transfer(
    run: &Arc<Run>,
    request: &BackupRequest<'_>,
    (parent, bases): (Option<PointId>, Vec<Option<StoredDisk>>),
    progress: &dyn Progress,
    lock: &VaultLock,
) -> Result<Files, BackupError> {
    let files = submit_files(run, request, parent)?;
    let planner = Planner::new(run, bases)?;
    for (number, disk) in run.disks.iter().enumerate() {
        progress.report(Update::DiskPlanned {
            disk: &disk.name,
            size_bytes: disk.geometry.size_bytes,
            to_read_bytes: planner.to_read_bytes(number),
        });
        if planner.has_holes(run, number) {
            run.submit_bytes(Arc::clone(&disk.zero));
        }
    }
    progress.report(Update::Phase(Phase::Transferring));
    let planner = Mutex::new(planner);
    let mut reported = Reported::new(run.disks.len());
    thread::scope(|scope| {
        let readers: Vec<_> = (0..reader::READERS)
            .map(|_| {
                scope.spawn(|| {
                    reader::read_all(run, &planner);
                    run.notify();
                })
            })
            .collect();
        loop {
            let ended = readers.iter().all(thread::ScopedJoinHandle::is_finished);
            let idle = run.wait_idle(TICK);
            reported.report(run, progress);
            if run.session().wants_index() {
                let published = run.session().publish(lock);
                published.map_or_else(|error| run.fail(error), |published| files.note(published));
            }
            if ended && (idle || run.is_stopped()) {
                break;
            }
            if idle {
                thread::sleep(Duration::from_millis(2));
            }
        }
    });
    run.check()?;
    for disk in &run.disks {
        progress.report(Update::DiskDone { disk: &disk.name });
    }
    Ok(files)
}

/// Waits until every chunk that the point needs is durable: its own, and those that other backups were storing.
fn settle(run: &Arc<Run>) -> Result<(), BackupError> {
    let mut wanted = Vec::new();
    loop {
        run.check()?;
        packer::flush(run.session());
        wanted.append(&mut run.take_wanted());
        for (id, origin) in std::mem::take(&mut wanted) {
            match (run.session().standing(id, run.id)?, origin) {
                (Some(Standing::Foreign), origin) => wanted.push((id, origin)),
                (Some(_), _) => {}
                // Nobody stores it any more: it is ours now.
                (None, Origin::Disk { disk, chunk }) => reader::submit_chunk(run, disk, chunk, false)?,
                (None, Origin::Bytes(bytes)) => drop(run.submit_bytes(bytes)),
            }
        }
        let idle = run.wait_idle(Duration::ZERO);
        if idle && wanted.is_empty() && run.session().in_flight(run.id) == 0 {
            let mut late = run.take_wanted();
            if late.is_empty() {
                run.core().rate().wait(&|| run.is_stopped());
                return run.check();
            }
            wanted.append(&mut late);
        }
        run.session().wait(Duration::from_millis(20));
    }
}

/// The small files of a point, stored like any other chunk.
fn submit_files(run: &Arc<Run>, request: &BackupRequest<'_>, parent: Option<PointId>) -> Result<Files, BackupError> {
    let record = Record {
        format: VM_RECORD_FORMAT,
        machine_id: request.machine_id,
        machine_name: request.machine_name.clone(),
        recovery_point_id: request.recovery_point_id,
        time: request.time,
        consistency: request.consistency,
        parent,
        disks: run
            .disks
            .iter()
            .map(|disk| PointDisk { name: disk.name.clone(), size_bytes: disk.geometry.size_bytes })
            .collect(),
        machine: request.machine_record.clone(),
    };
    let record = encode(&record)?;
    let geometries = run.disks.iter().map(|disk| {
        let bytes = encode(&disk.geometry)?;
        Ok((bytes.len() as u64, run.submit_bytes(bytes)))
    });
    Ok(Files {
        parent,
        record: (record.len() as u64, run.submit_bytes(record)),
        geometries: geometries.collect::<Result<_, BackupError>>()?,
        published: Mutex::default(),
    })
}

fn encode<T: serde::Serialize>(value: &T) -> Result<Arc<[u8]>, BackupError> {
    let json = serde_json::to_vec_pretty(value);
    json.map(Arc::from).map_err(|error| BackupError::Invalid { why: error.to_string() })
}

fn check_sources(run: &Run) -> Result<(), BackupError> {
    for disk in &run.disks {
        disk.source.unchanged_since_open().map_err(|source| BackupError::Source {
            disk: disk.name.clone(),
            offset: disk.geometry.size_bytes,
            source,
        })?;
    }
    Ok(())
}

/// What was reported so far.
struct Reported {
    read: Vec<u64>,
    new: u64,
    stored: u64,
}

impl Reported {
    fn new(disks: usize) -> Self {
        Reported { read: vec![0; disks], new: 0, stored: 0 }
    }

    fn report(&mut self, run: &Run, progress: &dyn Progress) {
        let mut new = 0;
        for (number, (disk, reported)) in run.disks.iter().zip(&mut self.read).enumerate() {
            let read = disk.read_bytes.load(Ordering::Relaxed);
            if read > *reported {
                progress.report(Update::Read { disk: number, bytes: read - *reported });
                *reported = read;
            }
            new += disk.new_bytes.load(Ordering::Relaxed);
        }
        if new > self.new {
            progress.report(Update::New { bytes: new - self.new });
            self.new = new;
        }
        let stored = run.sealed_bytes.load(Ordering::Relaxed);
        if stored > self.stored {
            progress.report(Update::Stored { bytes: stored - self.stored });
            self.stored = stored;
        }
    }
}
