//! `rustic`, with chunks by content as it cuts them by default, and with a fixed grid.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::measured::Cost;
use crate::next_version::Change;
use crate::program::{Place, Program, measure, run, version};

/// How it cuts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Chunks {
    ByContent,
    /// Of 1 MiB.
    Fixed,
}

pub(crate) struct Rustic {
    name: String,
    program: PathBuf,
    chunks: Chunks,
}

impl Rustic {
    pub(crate) fn find(program: &Path, chunks: Chunks) -> anyhow::Result<Self> {
        let version = version(program, "--version")?;
        let name = match chunks {
            Chunks::ByContent => version,
            Chunks::Fixed => format!("{version}, fixed 1 MiB"),
        };
        Ok(Self { name, program: program.to_owned(), chunks })
    }
}

fn command(program: &Path, at: &Place, arguments: &[&str]) -> Command {
    let mut command = at.command(program);
    command.args(["--no-progress", "--log-level", "error", "--repository"]).arg(&at.repository);
    command.arg("--password-file").arg(&at.password).args(arguments);
    command
}

/// Reads the whole repository.
pub(crate) fn check(program: &Path, at: &Place) -> anyhow::Result<()> {
    run(&mut command(program, at, &["check", "--read-data"])).map(drop)
}

impl Program for Rustic {
    fn name(&self) -> &str {
        &self.name
    }

    fn prepare(&self, within: &Path) -> anyhow::Result<Place> {
        let at = Place::new(within)?;
        let mut init = command(&self.program, &at, &["init"]);
        if self.chunks == Chunks::Fixed {
            init.args(["--set-chunker", "fixed_size", "--set-chunk-size", "1MiB"]);
        }
        run(&mut init)?;
        Ok(at)
    }

    fn back_up(&self, at: &mut Place, disk: &Path, _: Option<&[Change]>) -> anyhow::Result<Cost> {
        measure(command(&self.program, at, &["backup", "--force"]).arg(disk), &at.folder)
    }

    fn restore(&self, at: &Place, disk: &Path, into: &Path) -> anyhow::Result<(Cost, PathBuf)> {
        let (file, restored) = (format!("latest:{}", disk.display()), into.join("disk.raw"));
        let mut command = command(&self.program, at, &["restore", &file]);
        Ok((measure(command.arg(&restored), &at.folder)?, restored))
    }

    fn check(&self, at: &Place) -> anyhow::Result<()> {
        check(&self.program, at)
    }
}
