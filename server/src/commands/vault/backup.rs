//! `cofre vault backup`.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};
use engine::source::{DiskSource, open_qcow2_path, open_raw_path};
use engine::{BackupDisk, BackupRequest, ChangedFile, Compression, Consistency};
use uuid::Uuid;

use crate::commands::interrupt::cancel_on_signal;
use crate::commands::vault::arguments::Common;
use crate::commands::vault::output::Meter;

pub(super) fn backup(
    common: &Common,
    machine: String,
    (disks, changed): (&[String], &[PathBuf]),
    compression: Compression,
) -> anyhow::Result<()> {
    let mut disks = disks.iter().map(|disk| open_disk(disk)).collect::<anyhow::Result<Vec<_>>>()?;
    for path in changed {
        take_changed(&mut disks, path).with_context(|| format!("{} cannot be used", path.display()))?;
    }
    let vault = common.open_with(compression)?;
    vault.remove_stale_locks()?;
    let known = vault.points()?.into_iter().rev().find(|point| point.machine_name == machine);
    let request = BackupRequest {
        machine_name: machine,
        machine_id: known.map_or_else(Uuid::now_v7, |point| point.machine_id),
        recovery_point_id: Uuid::now_v7(),
        consistency: Consistency::Crash,
        time: server::clock::Clock::system().now(),
        disks,
        machine_record: serde_json::Value::Null,
        on_before_commit: None,
    };
    let outcome = vault.backup(request, &Meter::new(), &cancel_on_signal())?;
    vault.validate(outcome.point, &outcome.packs, &cancel_on_signal()).context("the new point is not readable")?;
    let value = serde_json::json!({
        "id": outcome.point,
        "parent": outcome.parent,
        "read_bytes": outcome.read_bytes,
        "new_bytes": outcome.new_bytes,
        "stored_bytes": outcome.stored_bytes,
        "packs": outcome.packs.len(),
        "seconds": outcome.duration.as_secs_f64(),
    });
    common.output().line(&value, || {
        let bytes = (outcome.read_bytes, outcome.new_bytes, outcome.stored_bytes);
        format!("{}: read {} bytes, {} new, stored {}", outcome.point, bytes.0, bytes.1, bytes.2)
    })
}

/// Gives a disk the list in this file.
fn take_changed(disks: &mut [BackupDisk], path: &Path) -> anyhow::Result<()> {
    let list: ChangedFile = serde_json::from_slice(&std::fs::read(path)?)?;
    let disk = disks.iter_mut().find(|disk| disk.name == list.disk);
    let disk = disk.with_context(|| format!("no disk is called {:?}", list.disk))?;
    ensure!(disk.changed.is_none(), "there are two lists for disk {:?}", list.disk);
    disk.changed = Some(list.into());
    Ok(())
}

fn open_disk(argument: &str) -> anyhow::Result<BackupDisk> {
    let Some((name, path)) = argument.split_once('=') else {
        bail!("{argument:?} is not DISK=PATH");
    };
    let path = Path::new(path);
    let is_qcow2 = path.extension().is_some_and(|extension| extension == "qcow2");
    let source = if is_qcow2 {
        open_qcow2_path(path).map(|source| Box::new(source) as Box<dyn DiskSource>)
    } else {
        open_raw_path(path).map(|source| Box::new(source) as Box<dyn DiskSource>)
    };
    let source = source.with_context(|| format!("{} cannot be opened", path.display()))?;
    Ok(BackupDisk::whole(name, source))
}
