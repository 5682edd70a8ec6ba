//! What `cofre vault` is told, and which file does it.

use std::num::NonZeroU32;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use clap::{Args, Subcommand, ValueEnum};
use engine::{Password, PointId, ReplicateRequest, Repository};

use crate::commands::vault::output::Output;
use crate::commands::vault::prune::PruneArguments;
use crate::commands::vault::{backup, points, prune, repair, replicate, restore, verify};

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
        /// The folder of a replica: what the vault has lost is read from there. May be given more than once.
        #[arg(long = "replica", value_name = "DIR")]
        replicas: Vec<PathBuf>,
    },
    /// Brings a replica of the vault, a folder elsewhere, the recovery points that it lacks.
    Replicate {
        #[command(flatten)]
        common: Common,
        /// The replica's folder. A new or empty one becomes a replica.
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
        /// Looks at the points that the replica has, too, and brings what it has lost of them.
        #[arg(long)]
        all: bool,
    },
    /// Looks whether the vault holds what it should.
    Verify {
        #[command(flatten)]
        common: Common,
        /// Reads everything, instead of names, sizes and references.
        #[arg(long, conflicts_with = "share")]
        read_data: bool,
        /// Reads one of this many shares of the data, another one each day.
        #[arg(long, value_name = "SHARES")]
        share: Option<NonZeroU32>,
    },
    /// Makes the index whole again: names packs that none names, and takes out what cannot be read or is not there.
    Repair {
        #[command(flatten)]
        common: Common,
        /// How many seconds to wait until nobody else works with the vault.
        #[arg(long, value_name = "SECONDS", default_value_t = 600)]
        wait: u32,
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
    pub(super) repo: PathBuf,
    /// A file with the vault's password; an end of line behind it does not count.
    #[arg(long, value_name = "FILE")]
    password_file: PathBuf,
    /// Results as JSON, one object a line.
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Format {
    Raw,
    Qcow2,
}

impl Common {
    pub(super) fn password(&self) -> anyhow::Result<Password> {
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

    /// The same vault in other folders, which the same password opens.
    pub(super) fn open_replicas(&self, folders: &[PathBuf]) -> anyhow::Result<Vec<Repository>> {
        let password = self.password()?;
        let open = |folder: &PathBuf| {
            let replica = Repository::open(folder, &password);
            replica.with_context(|| format!("the replica in {} cannot be opened", folder.display()))
        };
        folders.iter().map(open).collect()
    }

    pub(super) fn output(&self) -> Output {
        Output::new(self.json)
    }
}

/// Runs the command. The exit code is 0 only when all went well.
pub(crate) fn run(arguments: VaultArguments) -> ExitCode {
    let done = match arguments.command {
        VaultCommand::Init(common) => points::init(&common),
        VaultCommand::Backup { common, machine, disks, changed } => {
            backup::backup(&common, machine, (&disks, &changed))
        }
        VaultCommand::Points(common) => points::points(&common),
        VaultCommand::Restore { common, point, disk, to, format, replicas } => {
            restore::restore(&common, (point, &disk), (&to, format), &replicas)
        }
        VaultCommand::Replicate { common, to, all } => {
            replicate::replicate(&common, &to, ReplicateRequest { look_at_all: all })
        }
        VaultCommand::Verify { common, read_data, share } => {
            verify::verify(&common, verify::read_packs(read_data, share))
        }
        VaultCommand::Repair { common, wait } => repair::repair(&common, Duration::from_secs(wait.into())),
        VaultCommand::Forget { common, points } => points::forget(&common, &points),
        VaultCommand::Prune { common, prune } => prune::prune(&common, &prune),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cofre vault: {error:#}");
            ExitCode::FAILURE
        }
    }
}
