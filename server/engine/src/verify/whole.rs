//! Verifying a whole vault.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use crate::cancel::Cancel;
use crate::core::{Core, lock};
use crate::fault::{Damage, ReadError};
use crate::format::{BlobKind, Id, IndexPack, PackEntry};
use crate::index;
use crate::lock::VaultLock;
use crate::point::{self, PointId};
use crate::progress::{Phase, Progress, Update};
use crate::store::FileKind;
use crate::verify::hurt::Walk;
use crate::verify::packs::{self, BadPack};
use crate::verify::{Problem, ProblemKind, Verdict, VerifyError, VerifyReport, VerifyRequest};

const TICK: Duration = Duration::from_millis(100);

/// Verifies everything that the vault holds.
pub(crate) fn verify(
    core: &Arc<Core>,
    request: VerifyRequest,
    progress: &dyn Progress,
    cancel: &Cancel,
) -> Result<VerifyReport, VerifyError> {
    let _lock = VaultLock::shared(core)?;
    progress.report(Update::Phase(Phase::Preparing));
    let mut report = VerifyReport::default();
    // The snapshots first: what is written meanwhile is not theirs.
    let snapshots = core.store().list(FileKind::Snapshot).map_err(VerifyError::Unreachable)?;
    index::refresh(core)?;
    let listed = listed_packs(core, &mut report)?;
    let present: HashMap<Id, u64> =
        core.store().list(FileKind::Pack).map_err(VerifyError::Unreachable)?.into_iter().collect();
    report.packs = present.len() as u64;
    let names: HashSet<Id> = listed.iter().map(|pack| pack.id).collect();
    report.unreferenced_packs = present.keys().filter(|id| !names.contains(id)).count() as u64;
    let (outside, sound) = compare_sizes(listed, &present);
    let mut bad = outside;
    progress.report(Update::Phase(Phase::Verifying));
    let read: Vec<IndexPack> = sound.into_iter().filter(|pack| request.read.includes(pack.id)).collect();
    report.read_packs = read.len() as u64;
    progress.report(Update::Planned { bytes: read.iter().filter_map(|pack| present.get(&pack.id)).sum() });
    bad.append(&mut read_packs(core, &read, progress, cancel, &mut report.read_bytes)?);
    let mut bad_blobs = HashMap::new();
    for pack in bad {
        let place = report.problems.len();
        bad_blobs.extend(pack.blobs.iter().map(|entry| ((entry.kind, entry.id), place)));
        report.add(ProblemKind::Pack, pack.damage);
    }
    find_hurt(core, snapshots, &bad_blobs, cancel, &mut report)?;
    Ok(report)
}

/// All packs that the index files list, each once. Every file is read, also those that the map was built from long ago.
fn listed_packs(core: &Core, report: &mut VerifyReport) -> Result<Vec<IndexPack>, VerifyError> {
    let mut packs: HashMap<Id, IndexPack> = HashMap::new();
    for (id, _) in core.store().list(FileKind::Index).map_err(VerifyError::Unreachable)? {
        let file = match index::read_file(core, id) {
            Ok(file) => file.unwrap_or_default(),
            Err(ReadError::Damaged(damage)) => {
                report.add(ProblemKind::Index, damage);
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        for pack in file.packs {
            packs.entry(pack.id).or_insert(pack);
        }
    }
    Ok(packs.into_values().collect())
}

fn compare_sizes(listed: Vec<IndexPack>, present: &HashMap<Id, u64>) -> (Vec<BadPack>, Vec<IndexPack>) {
    let mut bad = Vec::new();
    let mut sound = Vec::new();
    for pack in listed {
        let expected = packs::expected_bytes(&pack);
        let why = match present.get(&pack.id) {
            Some(bytes) if *bytes == expected => {
                sound.push(pack);
                continue;
            }
            Some(bytes) => format!("it has {bytes} bytes, the index says {expected}"),
            None => "the file is missing".to_owned(),
        };
        bad.push(BadPack {
            damage: Damage::new(FileKind::Pack.file(pack.id), why),
            blobs: pack.blobs.iter().map(PackEntry::from).collect(),
        });
    }
    (bad, sound)
}

/// Reads packs whole, on all cores.
fn read_packs(
    core: &Core,
    sound: &[IndexPack],
    progress: &dyn Progress,
    cancel: &Cancel,
    read_bytes: &mut u64,
) -> Result<Vec<BadPack>, VerifyError> {
    let (next, read) = (AtomicUsize::new(0), AtomicU64::new(0));
    let stopped = AtomicBool::new(false);
    let found: Mutex<Vec<BadPack>> = Mutex::default();
    let failure: Mutex<Option<VerifyError>> = Mutex::default();
    let work = || {
        while !cancel.is_cancelled() && !stopped.load(Ordering::Relaxed) {
            let Some(pack) = sound.get(next.fetch_add(1, Ordering::Relaxed)) else { return };
            core.rate().charge(packs::expected_bytes(pack));
            match packs::check_whole(core, pack) {
                Ok(bad) => lock(&found).extend(bad),
                Err(error) => {
                    lock(&failure).get_or_insert(error.into());
                    stopped.store(true, Ordering::Relaxed);
                }
            }
            read.fetch_add(packs::expected_bytes(pack), Ordering::Relaxed);
            core.rate().wait(&|| cancel.is_cancelled() || stopped.load(Ordering::Relaxed));
        }
    };
    thread::scope(|scope| {
        let count = thread::available_parallelism().map_or(2, usize::from);
        let workers: Vec<_> = (0..count).map(|_| scope.spawn(work)).collect();
        while !workers.iter().all(thread::ScopedJoinHandle::is_finished) {
            thread::park_timeout(TICK);
            let now = read.load(Ordering::Relaxed);
            progress.report(Update::Read { disk: 0, bytes: now - *read_bytes });
            *read_bytes = now;
        }
        if workers.into_iter().any(|worker| worker.join().is_err()) {
            lock(&failure).get_or_insert(VerifyError::Internal { what: "a worker failed".to_owned() });
        }
    });
    *read_bytes = read.into_inner();
    if cancel.is_cancelled() {
        return Err(VerifyError::Cancelled);
    }
    let failure = lock(&failure).take();
    failure.map_or_else(|| Ok(std::mem::take(&mut *lock(&found))), Err)
}

fn find_hurt(
    core: &Core,
    snapshots: Vec<(Id, u64)>,
    bad: &HashMap<(BlobKind, Id), usize>,
    cancel: &Cancel,
    report: &mut VerifyReport,
) -> Result<(), VerifyError> {
    let mut walk = Walk::new(core, bad, std::mem::take(&mut report.problems));
    for (id, _) in snapshots {
        let causes = match point::read_snapshot(core, id) {
            Ok(None) => continue,
            Ok(Some(file)) => walk.causes(file.tree, &|| cancel.is_cancelled())?.ok_or(VerifyError::Cancelled)?,
            Err(ReadError::Damaged(damage)) => [walk.add(ProblemKind::Snapshot, damage)].into(),
            Err(error) => return Err(error.into()),
        };
        report.snapshots += 1;
        if !causes.is_empty() {
            report.points_hurt.push(PointId(id));
        }
        report.verdicts.push(Verdict { point: PointId(id), causes: causes.into_iter().collect() });
    }
    report.problems = walk.problems;
    report.points_hurt.sort_unstable();
    Ok(())
}

impl VerifyReport {
    fn add(&mut self, kind: ProblemKind, damage: Damage) {
        self.problems.push(Problem::new(kind, damage));
    }
}
