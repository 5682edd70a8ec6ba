//! Ours, by `cofre vault`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context as _;
use serde_json::{Value, json};

use crate::measured::Cost;
use crate::next_version::Change;
use crate::program::{Place, Program, measure, run, version};
use crate::{named, restic, rustic};

/// The disk's name in the vault.
const DISK: &str = "disk";

pub(crate) struct Cofre {
    name: String,
    program: PathBuf,
    /// Those that read what it wrote.
    readers: Readers,
}

/// Programs for the same format.
pub(crate) struct Readers {
    pub(crate) by_restic: PathBuf,
    pub(crate) by_rustic: PathBuf,
}

impl Cofre {
    pub(crate) fn find(readers: Readers) -> anyhow::Result<Self> {
        let program = named("COFRE_BIN")?;
        Ok(Self { name: version(&program, "--version")?, program, readers })
    }

    fn vault(&self, at: &Place, command: &str) -> Command {
        let mut program = at.command(&self.program);
        program.args(["vault", command, "--repo"]).arg(&at.repository).arg("--password-file").arg(&at.password);
        program
    }

    /// The newest point.
    fn newest(&self, at: &Place) -> anyhow::Result<String> {
        let points = run(self.vault(at, "points").arg("--json"))?;
        let newest: Value = serde_json::from_str(points.lines().last().context("there is no point")?)?;
        Ok(newest["id"].as_str().context("a point has no id")?.to_owned())
    }
}

impl Program for Cofre {
    fn name(&self) -> &str {
        &self.name
    }

    fn prepare(&self, within: &Path) -> anyhow::Result<Place> {
        let at = Place::new(within)?;
        run(&mut self.vault(&at, "init"))?;
        Ok(at)
    }

    fn back_up(&self, at: &mut Place, disk: &Path, changed: Option<&[Change]>) -> anyhow::Result<Cost> {
        let mut command = self.vault(at, "backup");
        command.args(["--machine", "bench"]).arg(format!("{DISK}={}", disk.display()));
        if let Some(changed) = changed {
            let extents: Vec<_> = changed.iter().map(|change| [change.offset, change.length]).collect();
            let size = disk.metadata()?.len();
            let list = json!({"parent": self.newest(at)?, "disk": DISK, "size": size, "extents": extents});
            let path = at.folder.join("changed.json");
            std::fs::write(&path, list.to_string())?;
            command.arg("--changed").arg(path);
        }
        measure(&command, &at.folder)
    }

    fn restore(&self, at: &Place, _: &Path, into: &Path) -> anyhow::Result<(Cost, PathBuf)> {
        let (newest, file) = (self.newest(at)?, into.join("disk.raw"));
        let mut command = self.vault(at, "restore");
        command.args(["--point", &newest, "--disk", DISK, "--to"]).arg(&file);
        Ok((measure(&command, &at.folder)?, file))
    }

    fn check(&self, at: &Place) -> anyhow::Result<()> {
        restic::check(&self.readers.by_restic, at)?;
        rustic::check(&self.readers.by_rustic, at)
    }
}
