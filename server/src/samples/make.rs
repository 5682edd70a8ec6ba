//! Making the sample machines in a hidden folder, and showing each when it is whole.

use std::ffi::OsStr;
use std::path::Path;

use shared::id::JobId;
use shared::problem::{Code, Problem};

use super::content::Content;
use super::disk::{self, Sample};
use super::hidden;
use crate::app::App;
use crate::compute::Beneath;
use crate::error::{Error, Result};
use crate::jobs::Context;

/// The disks: a machine with one, a machine with two, and one whose disk is to become qcow2.
const SAMPLES: [Sample; 4] = [
    Sample { machine: "web-01", disk: "system", size_mib: 1024, content: Content::System },
    Sample { machine: "db-01", disk: "system", size_mib: 1024, content: Content::System },
    Sample { machine: "db-01", disk: "data", size_mib: 2048, content: Content::Database },
    Sample { machine: "files-01", disk: "system", size_mib: 2048, content: Content::Documents },
];

/// The machine whose disk is a qcow2 image.
const QCOW2_MACHINE: &str = "files-01";

/// Turns a raw image into a qcow2 image beside it.
type ToQcow2 = fn(&Path, &Path) -> Result<()>;

/// Makes what is missing of the sample machines; a machine that is there is left as it is. `to_qcow2` turns a raw image into a qcow2 image
/// beside it.
pub async fn make(context: &Context, to_qcow2: fn(&Path, &Path) -> Result<()>) -> Result<()> {
    clean_up(&context.app, context.job.id).await;
    let folder = context.app.config.samples_folder();
    let hidden = folder.join(hidden(context.job.id));
    for machine in ["web-01", "db-01", "files-01"] {
        if folder.join(machine).exists() {
            context.info(format!("{machine} is there already")).await?;
            continue;
        }
        for sample in SAMPLES.iter().filter(|sample| sample.machine == machine) {
            if context.cancel.is_cancelled() {
                return Err(Code::Unavailable.into());
            }
            let within = hidden.join(machine);
            tokio::task::spawn_blocking(move || make_one(&within, sample, to_qcow2)).await??;
            context.info(format!("{machine}: disk {} is made", sample.disk)).await?;
        }
        let (from, to) = (hidden.join(machine), folder.join(machine));
        tokio::fs::rename(&from, &to).await.map_err(|e| Error::Fault(e.into()))?;
    }
    clean_up(&context.app, context.job.id).await;
    Ok(())
}

fn make_one(folder: &Path, sample: &Sample, to_qcow2: ToQcow2) -> Result<()> {
    std::fs::create_dir_all(folder).map_err(|e| Problem::new(Code::TargetUnwritable).because(e.to_string()))?;
    let raw = disk::make(folder, sample)?;
    if sample.machine == QCOW2_MACHINE {
        to_qcow2(&raw, &raw.with_extension("qcow2"))?;
        std::fs::remove_file(&raw).map_err(|e| Error::Fault(e.into()))?;
    }
    Ok(())
}

/// Removes what a job that did not end had begun.
pub async fn clean_up(app: &App, job: JobId) {
    let (folder, hidden) = (app.config.samples_folder(), hidden(job));
    let removed = tokio::task::spawn_blocking(move || remove(&folder, &hidden));
    if let Ok(Err(error)) = removed.await {
        tracing::warn!(%job, "unfinished sample disks could not be removed: {error}");
    }
}

fn remove(folder: &Path, hidden: &str) -> std::io::Result<()> {
    if Beneath::root(folder)?.has(OsStr::new(hidden)) {
        std::fs::remove_dir_all(folder.join(hidden))?;
    }
    Ok(())
}
