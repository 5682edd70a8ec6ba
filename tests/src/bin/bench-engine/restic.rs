//! `restic`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context as _;

use crate::measured::Cost;
use crate::next_version::Change;
use crate::program::{Place, Program, measure, run, version};

pub(crate) struct Restic {
    name: String,
    program: PathBuf,
}

impl Restic {
    pub(crate) fn find(program: &Path) -> anyhow::Result<Self> {
        Ok(Self { name: version(program, "version")?, program: program.to_owned() })
    }
}

fn command(program: &Path, at: &Place, arguments: &[&str]) -> Command {
    let mut command = at.command(program);
    command.arg("--repo").arg(&at.repository).arg("--password-file").arg(&at.password).args(arguments);
    command
}

/// Reads the whole repository.
pub(crate) fn check(program: &Path, at: &Place) -> anyhow::Result<()> {
    run(&mut command(program, at, &["check", "--read-data"])).map(drop)
}

impl Program for Restic {
    fn name(&self) -> &str {
        &self.name
    }

    fn prepare(&self, within: &Path) -> anyhow::Result<Place> {
        let at = Place::new(within)?;
        run(&mut command(&self.program, &at, &["init"]))?;
        Ok(at)
    }

    fn back_up(&self, at: &mut Place, disk: &Path, _: Option<&[Change]>) -> anyhow::Result<Cost> {
        measure(command(&self.program, at, &["backup", "--quiet", "--force"]).arg(disk), &at.folder)
    }

    fn restore(&self, at: &Place, disk: &Path, into: &Path) -> anyhow::Result<(Cost, PathBuf)> {
        let mut command = command(&self.program, at, &["restore", "latest", "--quiet", "--sparse", "--target"]);
        let file = disk.strip_prefix("/").context("the disk's path is absolute")?;
        Ok((measure(command.arg(into), &at.folder)?, into.join(file)))
    }

    fn check(&self, at: &Place) -> anyhow::Result<()> {
        check(&self.program, at)
    }
}
