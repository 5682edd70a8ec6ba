//! What `cofre vault` is told, and which file does it.

use std::num::NonZeroU32;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Subcommand, ValueEnum};
use engine::{Compression, Password, PointId, ReplicateRequest, Repository};

use crate::commands::password::read_password;
use crate::commands::vault::output::Output;
use crate::commands::vault::place::Place;
use crate::commands::vault::prune::PruneArguments;
use crate::commands::vault::tuning::Tuning;
use crate::commands::vault::{backup, catalogue, points, prune, read, repair, replicate, restore, verify};

/// Works on a vault directly, in its folder or bucket.
#[derive(Args)]
pub(crate) struct VaultArguments {
    #[command(subcommand)]
    command: VaultCommand,
}

#[derive(Subcommand)]
enum VaultCommand {
    /// Makes an empty vault in a new or empty folder, or in a bucket that is there.
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
        /// How hard new data is compressed: `auto` follows the store, or a level of zstd from 1 to 19.
        #[arg(long, value_name = "LEVEL", default_value = "3")]
        compression: Compression,
    },
    /// Lists the recovery points, oldest first.
    Points(Common),
    /// Prints the newest catalogue: what the server that uses the vault knows of it.
    Catalogue(Common),
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
        /// Goes on with a raw file that a restore left unfinished: what is right in it stays.
        #[arg(long)]
        resume: bool,
        /// A replica, in a folder or bucket: what the vault has lost is read from there. May be given more than once.
        #[arg(long = "replica", value_name = "PLACE", value_parser = Place::parse)]
        replicas: Vec<Place>,
    },
    /// Writes a part of a disk to the standard output, without restoring it.
    Read {
        #[command(flatten)]
        common: Common,
        /// The point.
        #[arg(long, value_name = "ID")]
        point: PointId,
        /// The disk's name.
        #[arg(long)]
        disk: String,
        /// Where it begins, in bytes.
        #[arg(long, default_value_t = 0)]
        offset: u64,
        /// How long it is, in bytes; without it, to the end of the disk.
        #[arg(long)]
        length: Option<u64>,
    },
    /// Brings a replica of the vault, in a folder or bucket elsewhere, the recovery points that it lacks.
    Replicate {
        #[command(flatten)]
        common: Common,
        /// The replica's place. A new or empty one becomes a replica.
        #[arg(long, value_name = "PLACE", value_parser = Place::parse)]
        to: Place,
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
    /// The vault's folder, or s3:https://HOST/BUCKET/PREFIX, or azure:CONTAINER:/PREFIX, with the keys in the variables that restic takes them from.
    #[arg(long, value_name = "PLACE", value_parser = Place::parse)]
    pub(super) repo: Place,
    /// A file with the vault's password; an end of line behind it does not count.
    #[arg(long, value_name = "FILE")]
    password_file: PathBuf,
    /// Results as JSON, one object a line.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    tuning: Tuning,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Format {
    Raw,
    Qcow2,
}

impl Common {
    pub(super) fn password(&self) -> anyhow::Result<Password> {
        Ok(Password::new(read_password(&self.password_file)?.as_str()))
    }

    pub(super) fn open(&self) -> anyhow::Result<Repository> {
        self.open_with(Compression::default())
    }

    pub(super) fn open_with(&self, compression: Compression) -> anyhow::Result<Repository> {
        self.repo.open(&self.password()?, &self.tuning.settings(compression))
    }

    /// The same vault in other places, which the same password opens.
    pub(super) fn open_replicas(&self, places: &[Place]) -> anyhow::Result<Vec<Repository>> {
        let (password, settings) = (self.password()?, self.tuning.settings_of_replica());
        places.iter().map(|place| place.open(&password, &settings)).collect()
    }

    pub(super) fn output(&self) -> Output {
        Output::new(self.json)
    }
}

/// Runs the command. The exit code is 0 only when all went well.
pub(crate) fn run(arguments: VaultArguments) -> ExitCode {
    let done = match arguments.command {
        VaultCommand::Init(common) => points::init(&common),
        VaultCommand::Backup { common, machine, disks, changed, compression } => {
            backup::backup(&common, machine, (&disks, &changed), compression)
        }
        VaultCommand::Points(common) => points::points(&common),
        VaultCommand::Catalogue(common) => catalogue::catalogue(&common),
        VaultCommand::Restore { common, point, disk, to, format, resume, replicas } => {
            restore::restore(&common, (point, &disk), (&to, format, resume), &replicas)
        }
        VaultCommand::Read { common, point, disk, offset, length } => {
            read::read(&common, (point, &disk), (offset, length))
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
