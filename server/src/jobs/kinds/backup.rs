//! Takes a recovery point: take snapshot → transfer data to vault → validate backup. The point becomes visible when the job ends.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use engine::format::Id;
use engine::source::{DiskSource, SourceError};
use engine::{BackupDisk, BackupError, BackupRequest, Point, PointId, Repository};
use shared::downgrade::Downgrade;
use shared::id::{ItemId, RecoveryPointId};
use shared::item::Item;
use shared::job::Phase;
use shared::machine::{DiskFormat, Machine};
use shared::maintenance::Verdict;
use shared::problem::{Code, Problem};
use shared::recovery_point::{Consistency, PointDisk, RecoveryPoint};

use super::engine_progress::{EngineProgress, cancel, lock_code, log_notes, read_code, store_code};
use crate::catalogue::PointRecord;
use crate::compute::{OpenedDisk, Provider as _};
use crate::error::{Error, Result, caused};
use crate::jobs::{Context, Done, Parameters};
use crate::{hosts, items, machines, vaults};

/// What the engine counted; nothing is known of an adopted point but what its snapshot tells.
struct Counted {
    read_bytes: u64,
    new_bytes: u64,
    stored_bytes: u64,
    packs: Vec<Id>,
}

pub(super) async fn run(context: &Context) -> Result<Done> {
    let Parameters::Backup { expires_at } = context.parameters else { return Err(Code::Internal.into()) };
    let (id, item_id) = named(context)?;
    let (item, machine) = load(context, item_id).await?;
    let vault = vaults::by_id(&mut *context.app.db.read().await?, item.vault.id).await?.ok_or(Code::NotFound)?;
    context.meter.begin(Phase::TakeSnapshot);
    let repository = vaults::open(&context.app, &vault).await?;
    let (snapshot, counted) = match adopt(&repository, id).await? {
        Some(point) => {
            context.info("The interrupted run had stored everything; its point is used").await?;
            let new_bytes = point.new_bytes.unwrap_or(0);
            (point.id, Counted { read_bytes: 0, new_bytes, stored_bytes: 0, packs: Vec::new() })
        }
        None => transfer(context, (&item, &machine), repository.clone(), id).await?,
    };
    context.meter.begin(Phase::ValidateBackup);
    validate(context, &repository, snapshot, counted.packs).await?;
    let stored = find(&repository, snapshot).await?;
    let point = RecoveryPoint {
        id,
        item_id,
        vault_id: item.vault.id,
        job_id: Some(context.job.id),
        taken_at: stored.time,
        consistency: Consistency::CrashConsistent,
        disks: stored
            .disks
            .into_iter()
            .map(|disk| PointDisk { name: disk.name, size_bytes: disk.size_bytes })
            .collect(),
        read_bytes: counted.read_bytes,
        new_bytes: counted.new_bytes,
        stored_bytes: counted.stored_bytes,
        downgrades: Downgrade::of_vault(vault.redundancy),
        expires_at,
        on_hold: false,
        validated_at: Some(context.app.clock.now()),
        verdict: Verdict::NotVerified,
        snapshot: snapshot.to_string(),
    };
    Ok(Done::Point { point: Box::new(point), warnings: Vec::new() })
}

fn named(context: &Context) -> Result<(RecoveryPointId, ItemId)> {
    let id = context.job.recovery_point_id.ok_or(Code::UserErrorBcmDatasourceNotPresent)?;
    Ok((id, context.job.item_id.ok_or(Code::UserErrorBcmDatasourceNotPresent)?))
}

async fn load(context: &Context, item_id: ItemId) -> Result<(Item, machines::Row)> {
    let mut connection = context.app.db.read().await?;
    let now = context.app.clock.now();
    let item = items::by_id(&mut connection, item_id, now).await?;
    let item = item.ok_or(Code::UserErrorBcmDatasourceNotPresent)?.record;
    let machine = machines::by_id(&mut connection, item.machine.id, now).await?.ok_or(Code::ImageMissing)?.record;
    Ok((item, machine))
}

/// A run that the server did not survive may have come as far as the snapshot: then the point is there.
async fn adopt(repository: &Repository, id: RecoveryPointId) -> Result<Option<Point>> {
    let points = points(repository).await?;
    Ok(points.into_iter().find(|point| point.recovery_point_id == id.uuid()))
}

async fn find(repository: &Repository, snapshot: PointId) -> Result<Point> {
    let points = points(repository).await?;
    points.into_iter().find(|point| point.id == snapshot).ok_or_else(|| Code::ValidationFailed.into())
}

async fn points(repository: &Repository) -> Result<Vec<Point>> {
    let repository = repository.clone();
    let points = tokio::task::spawn_blocking(move || repository.points()).await?;
    points.map_err(|error| caused(read_code(&error.0), &error))
}

/// Holds the disks still, opens them, and moves what is new.
async fn transfer(
    context: &Context,
    (item, machine): (&Item, &machines::Row),
    repository: Repository,
    id: RecoveryPointId,
) -> Result<(PointId, Counted)> {
    let provider = hosts::provider(&context.app, machine.machine.host.id).await?;
    let disks = machine.disks.clone();
    if disks.is_empty() {
        return Err(Code::ImageMissing.into());
    }
    let opened = tokio::task::spawn_blocking(move || {
        provider.open_disks(&disks)?.into_iter().map(source).collect::<Result<Vec<BackupDisk>>>()
    });
    let disks = opened.await??;
    let time = context.app.clock.now();
    let (count, name) = (disks.len(), &item.machine.name);
    context
        .info(format!("Holding {count} disks of {name} still: crash-consistent, since the image lies still"))
        .await?;
    context.meter.begin(Phase::TransferData);
    let progress = Arc::new(EngineProgress::new(context));
    let (cancel, guard) = cancel(context);
    let record = serde_json::to_value(record(context, item, &machine.machine)?)?;
    let (reports, machine) = (progress.clone(), machine.machine.clone());
    let outcome = tokio::task::spawn_blocking(move || {
        repository.backup(request(&machine, (id, time), disks, record), &*reports, &cancel)
    });
    let outcome = outcome.await?;
    drop(guard);
    log_notes(context, &progress).await?;
    let outcome = outcome.map_err(|error| caused(backup_code(&error), &error))?;
    for disk in &outcome.disks {
        context.info(format!("{}: {} bytes read, {} bytes new", disk.name, disk.read_bytes, disk.new_bytes)).await?;
    }
    let counted = Counted {
        read_bytes: outcome.read_bytes,
        new_bytes: outcome.new_bytes,
        stored_bytes: outcome.stored_bytes,
        packs: outcome.packs,
    };
    Ok((outcome.point, counted))
}

/// What the point says of itself, for a vault whose catalogue is lost.
fn record(context: &Context, item: &Item, machine: &Machine) -> Result<PointRecord> {
    let Parameters::Backup { expires_at } = context.parameters else { return Err(Code::Internal.into()) };
    Ok(PointRecord {
        host: machine.host.name.clone(),
        location: machine.location.name.clone(),
        resource_group: machine.resource_group.name.clone(),
        vault_id: Some(item.vault.id),
        vault: item.vault.name.clone(),
        item_id: Some(item.id),
        job_id: Some(context.job.id),
        expires_at: Some(expires_at),
    })
}

fn request(
    machine: &Machine,
    (id, time): (RecoveryPointId, DateTime<Utc>),
    disks: Vec<BackupDisk>,
    machine_record: serde_json::Value,
) -> BackupRequest<'static> {
    BackupRequest {
        machine_name: machine.name.clone(),
        machine_id: machine.id.uuid(),
        recovery_point_id: id.uuid(),
        consistency: engine::Consistency::Crash,
        time,
        disks,
        machine_record,
        on_before_commit: None,
    }
}

fn source(disk: OpenedDisk) -> Result<BackupDisk> {
    let name = disk.name.clone();
    let refused = |error: SourceError| -> Error {
        let cause = caused(source_code(&error), &error).cause();
        Problem::new(source_code(&error)).because(format!("disk {name}: {cause}")).into()
    };
    let source: Box<dyn DiskSource> = match disk.format {
        DiskFormat::Raw => Box::new(engine::source::open_raw(disk.file).map_err(refused)?),
        DiskFormat::Qcow2 => Box::new(engine::source::open_qcow2(disk.file).map_err(refused)?),
    };
    Ok(BackupDisk::whole(disk.name, source))
}

async fn validate(context: &Context, repository: &Repository, snapshot: PointId, packs: Vec<Id>) -> Result<()> {
    let (cancel, _guard) = cancel(context);
    let repository = repository.clone();
    let validated = tokio::task::spawn_blocking(move || repository.validate(snapshot, &packs, &cancel)).await?;
    validated.map_err(|error| caused(Code::ValidationFailed, &error))?;
    context.info("Every pack of the point is in its place, and a sample of each disk could be read back").await
}

fn source_code(error: &SourceError) -> Code {
    match error {
        SourceError::Io(_) => Code::ImageUnreadable,
        SourceError::Changed { .. } => Code::ImageChanged,
        SourceError::NotADisk | SourceError::NotQcow2 { .. } | SourceError::Encrypted => Code::ImageInvalid,
        SourceError::NamesAnotherFile { .. } => Code::ImageNamesAnotherFile,
    }
}

fn backup_code(error: &BackupError) -> Code {
    match error {
        _ if error.is_full() => Code::VaultFull,
        BackupError::Lock(error) => lock_code(error),
        BackupError::Source { source, .. } => source_code(source),
        BackupError::Store(error) => store_code(error),
        BackupError::Read(error) => read_code(error),
        BackupError::NeedsRepair(_) => Code::VaultDamaged,
        BackupError::Refused { .. } => Code::LeaseLost,
        _ => Code::Internal,
    }
}
