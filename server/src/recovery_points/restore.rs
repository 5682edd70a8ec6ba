//! Asking for a restore: disks of a point into a new folder beneath an allowed root.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use shared::audit::Action;
use shared::id::RecoveryPointId;
use shared::job::Job;
use shared::problem::{Code, FieldReason, Problem};
use shared::recovery_point::RecoveryPoint;
use shared::restore::{RestoreDisks, RestoreRoot};

use crate::app::App;
use crate::auth::Principal;
use crate::compute::Beneath;
use crate::error::{Result, invalid};
use crate::jobs::{self, NewJob, Parameters};
use crate::recovery_points::store;
use crate::{audit, items, locations};

/// Queues the restore, after looking whether it can succeed: the root is allowed, the folder is new, the disks exist, there is room.
pub(super) async fn restore(
    app: &App,
    principal: &Principal,
    id: RecoveryPointId,
    request: RestoreDisks,
) -> Result<Job> {
    let mut tx = app.db.begin().await?;
    let located = store::by_id(&mut tx, id).await?.ok_or(Code::NotFound)?;
    principal.on(located.place)?;
    let point = located.record;
    let disks = chosen(&point, request.disks)?;
    let root = allowed(app, &request.root)?;
    let needed: u64 = point.disks.iter().filter(|disk| disks.contains(&disk.name)).map(|disk| disk.size_bytes).sum();
    let folder = request.folder.to_string();
    let (looked_at, name) = (root.clone(), folder.clone());
    tokio::task::spawn_blocking(move || look(&looked_at, &name, needed)).await??;
    let item = items::by_id(&mut tx, point.item_id, app.clock.now()).await?.ok_or(Code::NotFound)?.record;
    let target = root.join(&folder).display().to_string();
    let parameters = Parameters::Restore { root: root.display().to_string(), folder, format: request.format, disks };
    let new = NewJob {
        item_id: Some(point.item_id),
        recovery_point_id: Some(id),
        target: Some(target),
        ..NewJob::new(parameters, &item.machine.name, located.place, &principal.name)
    };
    let job = jobs::enqueue(&mut tx, app, &new).await?;
    audit::record(
        &mut tx,
        &app.clock,
        &principal.name,
        Action::RecoveryPointRestore,
        (item.machine.name.as_str(), item.id.uuid()),
    )
    .await?;
    let answer = jobs::get(&mut tx, job).await?.ok_or(Code::NotFound)?.record;
    tx.commit().await?;
    jobs::announce(app, job);
    Ok(answer)
}

fn chosen(point: &RecoveryPoint, asked: Option<Vec<String>>) -> Result<Vec<String>> {
    let all: Vec<_> = point.disks.iter().map(|disk| disk.name.clone()).collect();
    let Some(asked) = asked else { return Ok(all) };
    if asked.is_empty() {
        return Err(invalid("disks", FieldReason::Required));
    }
    if asked.iter().any(|name| !all.contains(name)) {
        return Err(invalid("disks", FieldReason::Unknown));
    }
    Ok(all.into_iter().filter(|name| asked.contains(name)).collect())
}

fn allowed(app: &App, root: &str) -> Result<PathBuf> {
    let known = app.config.restore_roots.iter().find(|known| known.as_path() == Path::new(root));
    let outside = || Problem::new(Code::PathOutsideRoots).at("root", FieldReason::OutsideRoots);
    Ok(known.cloned().ok_or_else(outside)?)
}

/// Holes are not written, so a disk's size is more than it will take; but a point says nothing of its holes.
fn look(root: &Path, folder: &str, needed: u64) -> Result<()> {
    let unwritable =
        |e: &dyn std::fmt::Display| Problem::new(Code::TargetUnwritable).because(format!("{}: {e}", root.display()));
    std::fs::create_dir_all(root).map_err(|e| unwritable(&e))?;
    let beneath = Beneath::root(root).map_err(|e| unwritable(&e))?;
    if beneath.has(OsStr::new(folder)) {
        return Err(Problem::new(Code::TargetExists).at("folder", FieldReason::Exists).into());
    }
    match locations::room(root) {
        Some(space) if space.free_bytes < needed => {
            let detail = format!("{needed} bytes are needed and {} are free.", space.free_bytes);
            Err(Problem::new(Code::NotEnoughSpace).because(detail).into())
        }
        _ => Ok(()),
    }
}

/// The roots that restores may write beneath, with the room on them.
pub(super) async fn roots(app: &App) -> Result<Vec<RestoreRoot>> {
    let roots = app.config.restore_roots.clone();
    let looked = tokio::task::spawn_blocking(move || {
        let root = |root: PathBuf| {
            let free_bytes = locations::room(&root).map(|room| room.free_bytes);
            RestoreRoot { path: root.display().to_string(), free_bytes }
        };
        roots.into_iter().map(root).collect()
    });
    Ok(looked.await?)
}
