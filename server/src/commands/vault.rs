//! `cofre vault`: the engine by hand, for operators, disaster recovery and benchmarks.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail, ensure};
use clap::{Args, Subcommand, ValueEnum};
use engine::source::{DiskSource, open_qcow2_path, open_raw_path};
use engine::{
    BackupDisk, BackupRequest, ChangedFile, Consistency, ImageFormat, Password, PointId, Repository, VerifyRequest,
};
use uuid::Uuid;

use crate::commands::interrupt::cancel_on_signal;
use crate::commands::vault_output::{Meter, Output};
use crate::commands::vault_prune::{self, PruneArguments};

/// Works on a vault's folder directly.
#[derive(Args)]
pub(crate) struct VaultArguments {
    #[command(subcommand)]
    command: VaultCommand,
}

#[derive(Subcommand)]
enum VaultCommand {
    /// Makes an empty vault in a new or empty folder.
    Init(Common),
    /// Makes a recovery point of disk images that nothing writes to meanwhile.
    Backup {
        #[command(flatten)]
        common: Common,
        /// The machine's name. A machine of this name that the vault knows is the same one.
        #[arg(long)]
        machine: String,
        /// The disks. A path that ends in `.qcow2` is a qcow2 image, every other one a raw image.
        #[arg(value_name = "DISK=PATH", required = true)]
        disks: Vec<String>,
        /// A list of what changed on one of the disks since its newest point: only that is read. May be given once a disk.
        #[arg(long, value_name = "FILE")]
        changed: Vec<PathBuf>,
    },
    /// Lists the recovery points, oldest first.
    Points(Common),
    /// Writes a disk of a recovery point into a new file.
    Restore {
        #[command(flatten)]
        common: Common,
        /// The point.
        #[arg(long, value_name = "ID")]
        point: PointId,
        /// The disk's name.
        #[arg(long)]
        disk: String,
        /// The new file.
        #[arg(long, value_name = "PATH")]
        to: PathBuf,
        /// The new file's format.
        #[arg(long, value_enum, default_value_t = Format::Raw)]
        format: Format,
    },
    /// Looks whether the vault holds what it should.
    Verify {
        #[command(flatten)]
        common: Common,
        /// Reads everything, instead of names, sizes and references.
        #[arg(long)]
        read_data: bool,
    },
    /// Deletes exactly the named recovery points. Their data stays until it is pruned.
    Forget {
        #[command(flatten)]
        common: Common,
        /// The points.
        #[arg(long = "point", value_name = "ID", required = true, num_args = 1..)]
        points: Vec<PointId>,
    },
    /// Takes away what no snapshot needs, ours or not. What goes is condemned now and deleted when its grace is over.
    Prune {
        #[command(flatten)]
        common: Common,
        #[command(flatten)]
        prune: PruneArguments,
    },
}

#[derive(Args)]
pub(super) struct Common {
    /// The vault's folder.
    #[arg(long, value_name = "DIR")]
    repo: PathBuf,
    /// A file with the vault's password; an end of line behind it does not count.
    #[arg(long, value_name = "FILE")]
    password_file: PathBuf,
    /// Results as JSON, one object a line.
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Raw,
    Qcow2,
}

impl Common {
    fn password(&self) -> anyhow::Result<Password> {
        let shown = self.password_file.display();
        let text = std::fs::read_to_string(&self.password_file).with_context(|| format!("{shown} cannot be read"))?;
        let password = text.trim_end_matches(['\n', '\r']);
        ensure!(!password.is_empty(), "{shown} holds no password");
        Ok(Password::new(password))
    }

    pub(super) fn open(&self) -> anyhow::Result<Repository> {
        let vault = Repository::open(&self.repo, &self.password()?);
        vault.with_context(|| format!("the vault in {} cannot be opened", self.repo.display()))
    }

    pub(super) fn output(&self) -> Output {
        Output::new(self.json)
    }
}

/// Runs the command. The exit code is 0 only when all went well.
pub(crate) fn run(arguments: VaultArguments) -> ExitCode {
    let done = match arguments.command {
        VaultCommand::Init(common) => init(&common),
        VaultCommand::Backup { common, machine, disks, changed } => backup(&common, machine, (&disks, &changed)),
        VaultCommand::Points(common) => points(&common),
        VaultCommand::Restore { common, point, disk, to, format } => restore(&common, (point, &disk), (&to, format)),
        VaultCommand::Verify { common, read_data } => verify(&common, read_data),
        VaultCommand::Forget { common, points } => forget(&common, &points),
        VaultCommand::Prune { common, prune } => vault_prune::run(&common, &prune),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cofre vault: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn init(common: &Common) -> anyhow::Result<()> {
    Repository::init(&common.repo, &common.password()?)?;
    let shown = common.repo.display().to_string();
    common.output().line(&serde_json::json!({ "repo": shown }), || format!("made an empty vault in {shown}"))
}

fn backup(common: &Common, machine: String, (disks, changed): (&[String], &[PathBuf])) -> anyhow::Result<()> {
    let mut disks = disks.iter().map(|disk| open_disk(disk)).collect::<anyhow::Result<Vec<_>>>()?;
    for path in changed {
        take_changed(&mut disks, path).with_context(|| format!("{} cannot be used", path.display()))?;
    }
    let vault = common.open()?;
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

fn points(common: &Common) -> anyhow::Result<()> {
    let survey = common.open()?.survey()?;
    let output = common.output();
    for point in &survey.points {
        output.line(&serde_json::to_value(point)?, || {
            let disks: Vec<&str> = point.disks.iter().map(|disk| disk.name.as_str()).collect();
            format!("{}  {}  {}  {}", point.id, point.time.to_rfc3339(), point.machine_name, disks.join(" "))
        })?;
    }
    ensure!(survey.damaged.is_empty(), "{} snapshots cannot be read: run `cofre vault verify`", survey.damaged.len());
    Ok(())
}

fn restore(common: &Common, (point, disk): (PointId, &str), (to, format): (&Path, Format)) -> anyhow::Result<()> {
    let format = match format {
        Format::Raw => ImageFormat::Raw,
        Format::Qcow2 => ImageFormat::Qcow2,
    };
    let vault = common.open()?;
    let outcome = vault.restore_to_path((point, disk), (to, format), &Meter::new(), &cancel_on_signal())?;
    let value = serde_json::json!({
        "id": point,
        "disk": disk,
        "path": to.display().to_string(),
        "size_bytes": outcome.size_bytes,
        "read_bytes": outcome.read_bytes,
        "seconds": outcome.duration.as_secs_f64(),
    });
    common.output().line(&value, || format!("restored {disk} to {}", to.display()))
}

fn verify(common: &Common, read_data: bool) -> anyhow::Result<()> {
    let vault = common.open()?;
    let report = vault.verify(VerifyRequest { read_data }, &Meter::new(), &cancel_on_signal())?;
    common.output().line(&serde_json::to_value(&report)?, || {
        let mut text = format!("{} snapshots, {} packs", report.snapshots, report.packs);
        for problem in &report.problems {
            text.push_str(&format!("\n{}: {}", problem.what, problem.why));
        }
        for point in &report.points_hurt {
            text.push_str(&format!("\nnot restorable completely: {point}"));
        }
        text
    })?;
    ensure!(report.problems.is_empty(), "{} problems were found", report.problems.len());
    Ok(())
}

fn forget(common: &Common, points: &[PointId]) -> anyhow::Result<()> {
    common.open()?.forget(points)?;
    let output = common.output();
    points.iter().try_for_each(|point| {
        output.line(&serde_json::json!({ "id": point, "forgotten": true }), || format!("forgot {point}"))
    })
}
