//! What every program that is measured can do.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, ensure};

use crate::measured::Cost;
use crate::named;
use crate::next_version::Change;

/// A program that is measured.
pub(crate) trait Program {
    /// With its version, and what it is told to do otherwise than by default.
    fn name(&self) -> &str;
    /// Makes an empty repository in this folder.
    fn prepare(&self, within: &Path) -> anyhow::Result<Place>;
    /// Backs the disk up. `changed` is what differs from the version before, for who can make use of it.
    fn back_up(&self, at: &mut Place, disk: &Path, changed: Option<&[Change]>) -> anyhow::Result<Cost>;
    /// Restores the newest point into an empty folder; answers the file as well.
    fn restore(&self, at: &Place, disk: &Path, into: &Path) -> anyhow::Result<(Cost, PathBuf)>;
    /// Reads the whole repository.
    fn check(&self, at: &Place) -> anyhow::Result<()>;
}

/// Where a program works in a round.
pub(crate) struct Place {
    pub(crate) folder: PathBuf,
    pub(crate) repository: PathBuf,
    /// A file with the repository's password.
    pub(crate) password: PathBuf,
}

/// The password of all repositories.
pub(crate) const PASSWORD: &str = "benchmark";

impl Place {
    pub(crate) fn new(within: &Path) -> io::Result<Self> {
        let place = Self {
            folder: within.to_owned(),
            repository: within.join("repository"),
            password: within.join("password"),
        };
        fs::write(&place.password, PASSWORD)?;
        Ok(place)
    }

    /// A program that keeps its caches here, not among the user's.
    pub(crate) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.env("XDG_CACHE_HOME", self.folder.join("cache")).env("HOME", &self.folder).current_dir(&self.folder);
        command
    }

    /// What the repository takes, without the room that a vault of ours keeps for a full disk: it holds nothing.
    pub(crate) fn stored(&self) -> io::Result<u64> {
        size(&self.repository)
    }
}

fn size(folder: &Path) -> io::Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name() == "ballast" {
            continue;
        }
        bytes += if entry.file_type()?.is_dir() { size(&entry.path())? } else { entry.metadata()?.len() };
    }
    Ok(bytes)
}

/// Runs the command to its end; answers what it printed.
pub(crate) fn run(command: &mut Command) -> anyhow::Result<String> {
    let output = command.stdin(Stdio::null()).output()?;
    ensure!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs the command to its end and answers what that cost, by GNU time.
pub(crate) fn measure(command: &Command, folder: &Path) -> anyhow::Result<Cost> {
    let figures = folder.join("figures");
    let mut timed = Command::new(named("COFRE_TIME")?);
    timed.args(["--format", "%e %U %S %M", "--output"]).arg(&figures).arg(command.get_program());
    timed.args(command.get_args());
    for (name, value) in command.get_envs() {
        timed.env(name, value.unwrap_or_default());
    }
    if let Some(current) = command.get_current_dir() {
        timed.current_dir(current);
    }
    run(&mut timed)?;
    let text = fs::read_to_string(&figures)?;
    Cost::read(&text).with_context(|| format!("GNU time wrote {text:?}"))
}

/// The name and version that a program tells of itself.
pub(crate) fn version(program: &Path, argument: &str) -> anyhow::Result<String> {
    let text = run(Command::new(program).arg(argument))?;
    Ok(text.split_whitespace().take(2).collect::<Vec<_>>().join(" "))
}
