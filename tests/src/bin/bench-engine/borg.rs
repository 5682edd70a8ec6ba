//! `borg`, with the fixed grid of 4 MiB that its documentation advises for disks.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context as _;

use crate::measured::Cost;
use crate::next_version::Change;
use crate::program::{PASSWORD, Place, Program, measure, run, version};

pub(crate) struct Borg {
    name: String,
    program: PathBuf,
}

impl Borg {
    pub(crate) fn find(program: PathBuf) -> anyhow::Result<Self> {
        Ok(Self { name: format!("{}, fixed 4 MiB", version(&program, "--version")?), program })
    }

    fn command(&self, at: &Place, arguments: &[&str]) -> Command {
        let mut command = at.command(&self.program);
        command.env("BORG_PASSPHRASE", PASSWORD).env("BORG_BASE_DIR", &at.folder).args(arguments);
        command
    }

    /// The newest archive, when there is one.
    fn newest(&self, at: &Place) -> anyhow::Result<Option<u32>> {
        let listed = run(self.command(at, &["list", "--short"]).arg(&at.repository))?;
        Ok(listed.lines().filter_map(|name| name.trim().parse().ok()).max())
    }
}

fn archive(at: &Place, number: u32) -> String {
    format!("{}::{number}", at.repository.display())
}

impl Program for Borg {
    fn name(&self) -> &str {
        &self.name
    }

    fn prepare(&self, within: &Path) -> anyhow::Result<Place> {
        let at = Place::new(within)?;
        run(self.command(&at, &["init", "--encryption", "repokey"]).arg(&at.repository))?;
        Ok(at)
    }

    fn back_up(&self, at: &mut Place, disk: &Path, _: Option<&[Change]>) -> anyhow::Result<Cost> {
        let number = self.newest(at)?.map_or(1, |newest| newest + 1);
        let settings = ["--chunker-params", "fixed,4194304", "--compression", "zstd,3", "--files-cache", "disabled"];
        let mut command = self.command(at, &["create"]);
        measure(command.args(settings).arg(archive(at, number)).arg(disk), &at.folder)
    }

    fn restore(&self, at: &Place, disk: &Path, into: &Path) -> anyhow::Result<(Cost, PathBuf)> {
        let newest = self.newest(at)?.context("there is no archive")?;
        let mut command = self.command(at, &["extract", "--sparse", &archive(at, newest)]);
        let file = disk.strip_prefix("/").context("the disk's path is absolute")?;
        Ok((measure(command.current_dir(into), &at.folder)?, into.join(file)))
    }

    fn check(&self, at: &Place) -> anyhow::Result<()> {
        run(self.command(at, &["check", "--verify-data"]).arg(&at.repository)).map(drop)
    }
}
