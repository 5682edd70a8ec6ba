//! Writes disks of a recovery point into a new folder. The folder has a hidden name until every disk is whole; a server that starts again goes on
//! with what is in it.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use engine::{ImageFormat, PointId, Repository, RestoreError, RestoreRequest, RestoreTarget};
use shared::job::Phase;
use shared::machine::DiskFormat;
use shared::problem::{Code, Problem};

use super::engine_progress::{EngineProgress, cancel, lock_code, log_notes, read_code};
use crate::compute::Beneath;
use crate::error::{Error, Result, caused};
use crate::jobs::{Context, Done, Parameters};
use crate::{recovery_points, vaults};

/// What the job was told.
struct Order {
    root: PathBuf,
    folder: OsString,
    format: DiskFormat,
    disks: Vec<String>,
}

pub(super) async fn run(context: &Context) -> Result<Done> {
    let order = order(context)?;
    context.meter.begin(Phase::PrepareTarget);
    let id = context.job.recovery_point_id.ok_or(Code::NotFound)?;
    let mut connection = context.app.db.read().await?;
    let point = recovery_points::by_id(&mut connection, id).await?.ok_or(Code::NotFound)?.record;
    let vault = vaults::by_id(&mut connection, point.vault_id).await?.ok_or(Code::NotFound)?;
    drop(connection);
    let snapshot: PointId = point.snapshot.parse().map_err(anyhow::Error::new)?;
    let repository = vaults::open(&context.app, &vault).await?;
    let (root, hidden) = (order.root.clone(), hidden(context));
    let folder = tokio::task::spawn_blocking(move || make(&root, &hidden)).await??;
    let folder = Arc::new(folder);
    context.meter.begin(Phase::WriteDisks);
    // All disks are planned at once, so that the bar never goes back when the next one begins.
    for disk in point.disks.iter().filter(|disk| order.disks.contains(&disk.name)) {
        context.meter.plan(&disk.name, disk.size_bytes, disk.size_bytes);
    }
    for (number, disk) in order.disks.iter().enumerate() {
        let file = format!("{disk}.{}", order.format.extension());
        write(context, (&repository, snapshot), (number, disk), (folder.clone(), &file, order.format)).await?;
        context.info(format!("{file} is written and durable")).await?;
    }
    let (root, hidden, name) = (order.root.clone(), self::hidden(context), order.folder.clone());
    tokio::task::spawn_blocking(move || show(&root, &hidden, &name)).await??;
    context.info(format!("The disks lie in {}", order.root.join(&order.folder).display())).await?;
    Ok(Done::Nothing)
}

/// Removes the hidden folder of this job.
pub(super) async fn clean_up(context: &Context) {
    let Ok(order) = order(context) else { return };
    let hidden = hidden(context);
    let removed = tokio::task::spawn_blocking(move || {
        let root = Beneath::root(&order.root)?;
        if root.has(&hidden) { root.remove_folder(&hidden) } else { Ok(()) }
    });
    if let Ok(Err(error)) = removed.await {
        tracing::warn!(job = %context.job.id, "an unfinished restore could not be removed: {error}");
    }
}

fn order(context: &Context) -> Result<Order> {
    let Parameters::Restore { root, folder, format, disks } = context.parameters.clone() else {
        return Err(Code::Internal.into());
    };
    // The configuration may have changed since the job was accepted.
    let allowed = context.app.config.restore_roots.iter().any(|known| known == Path::new(&root));
    if !allowed {
        return Err(Code::PathOutsideRoots.into());
    }
    Ok(Order { root: root.into(), folder: folder.into(), format, disks })
}

fn hidden(context: &Context) -> OsString {
    format!(".cofre-restore-{}", context.job.id).into()
}

fn unwritable(error: rustix::io::Errno) -> Error {
    let code = match error {
        rustix::io::Errno::EXIST => Code::TargetExists,
        rustix::io::Errno::NOSPC | rustix::io::Errno::DQUOT => Code::NotEnoughSpace,
        _ => Code::TargetUnwritable,
    };
    Problem::new(code).because(error.to_string()).into()
}

/// The hidden folder, which is there when this job was cut off before.
fn make(root: &Path, hidden: &OsStr) -> Result<Beneath> {
    let root = Beneath::root(root).map_err(unwritable)?;
    match root.make_folder(hidden) {
        Err(rustix::io::Errno::EXIST) => root.folder(Path::new(hidden)),
        made => made,
    }
    .map_err(unwritable)
}

/// A new file, or the one that was begun before: what is right in a raw image is kept.
fn target(folder: &Beneath, name: &OsStr, format: ImageFormat) -> rustix::io::Result<RestoreTarget> {
    let begun = folder.has(name) && format == ImageFormat::Raw;
    if begun {
        return Ok(RestoreTarget { file: folder.file_made(name)?, format, begun });
    }
    if folder.has(name) {
        folder.remove_file(name)?;
    }
    Ok(RestoreTarget { file: folder.make_file(name)?, format, begun })
}

/// Gives the folder its name, which must not be taken.
fn show(root: &Path, hidden: &OsStr, name: &OsStr) -> Result<()> {
    let root = Beneath::root(root).map_err(unwritable)?;
    root.rename(hidden, name).and_then(|()| root.sync()).map_err(unwritable)
}

async fn write(
    context: &Context,
    (repository, point): (&Repository, PointId),
    (number, disk): (usize, &str),
    (folder, file, format): (Arc<Beneath>, &str, DiskFormat),
) -> Result<()> {
    let (name, repository) = (OsString::from(file), repository.clone());
    let progress = Arc::new(EngineProgress::of_planned(context, number));
    let (cancel, guard) = cancel(context);
    let (reports, disk) = (progress.clone(), disk.to_owned());
    let format = match format {
        DiskFormat::Raw => ImageFormat::Raw,
        DiskFormat::Qcow2 => ImageFormat::Qcow2,
    };
    let restored = tokio::task::spawn_blocking(move || {
        let target = target(&folder, &name, format).map_err(unwritable)?;
        let begun = target.begun;
        let outcome = repository.restore(RestoreRequest { point, disk, target }, &*reports, &cancel);
        outcome.map_err(|error| caused(restore_code(&error), &error))?;
        folder.sync().map_err(unwritable).map(|()| begun)
    });
    let restored: Result<bool> = restored.await?;
    drop(guard);
    log_notes(context, &progress).await?;
    if restored? {
        context.info(format!("{file} was begun before; what was right in it was kept")).await?;
    }
    Ok(())
}

fn restore_code(error: &RestoreError) -> Code {
    match error {
        RestoreError::NoSuchPoint(_) | RestoreError::NoSuchDisk(_) => Code::VaultDamaged,
        RestoreError::Lock(error) => lock_code(error),
        RestoreError::Read(error) => read_code(error),
        RestoreError::Target(error) if error.kind() == std::io::ErrorKind::StorageFull => Code::NotEnoughSpace,
        RestoreError::Target(_) | RestoreError::TargetNotEmpty => Code::TargetUnwritable,
        _ => Code::Internal,
    }
}
