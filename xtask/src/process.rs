//! Starting other programs: with a clean environment, and with a clear word when they fail.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::Failure;
use crate::place::Place;

/// A program to start in the root of the checkout, with nothing to read from.
///
/// What cargo told *this* program about itself is removed: passed on to another cargo it would make build scripts run
/// again, since they would see another environment than under a plain `cargo build`.
pub(crate) fn program(place: &Place, name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(&place.root).stdin(Stdio::null()).env("PATH", search_path(place));
    for (variable, _) in env::vars_os() {
        let name = variable.to_string_lossy();
        if name == "CARGO" || ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"].iter().any(|own| name.starts_with(own)) {
            command.env_remove(&variable);
        }
    }
    command
}

/// `cargo` in the root of the checkout.
///
/// The server's build looks for the page in `target/dist`; only when it is elsewhere is it told so. A variable that is
/// sometimes set and sometimes not would make plain cargo and this command rebuild each other's server.
pub(crate) fn cargo(place: &Place) -> Command {
    let mut command = program(place, "cargo");
    command.env("CARGO_TARGET_DIR", &place.target);
    if place.target != place.root.join("target") {
        command.env("COFRE_DIST", place.page());
    }
    command
}

/// Runs to the end; anything but exit code 0 is a failure that names the command line.
pub(crate) fn run(command: &mut Command) -> Result<(), Failure> {
    let status =
        command.status().map_err(|cause| Failure::new(format!("cannot start `{}`: {cause}", line(command))))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("`{}` failed ({status})", line(command)))) }
}

/// What a program printed on standard output, if it exists and succeeded; what it complained about is dropped.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where a program is, looking also where `cargo install` and Debian put programs that are not on everyone's PATH.
pub(crate) fn find(place: &Place, name: &str) -> Option<PathBuf> {
    env::split_paths(&search_path(place)).map(|folder| folder.join(name)).find(|path| is_program(path))
}

/// Is there a file that may be executed?
pub(crate) fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
}

/// The command as one would type it.
pub(crate) fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| quoted(&word.to_string_lossy())).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_=+./:,@~%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

fn search_path(place: &Place) -> std::ffi::OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let given: Vec<PathBuf> = env::split_paths(&path).collect();
    let mut folders = given.clone();
    if !given.contains(&place.cargo_bin) {
        folders.insert(0, place.cargo_bin.clone());
    }
    folders.extend(["/usr/sbin", "/sbin"].map(PathBuf::from).into_iter().filter(|folder| !given.contains(folder)));
    env::join_paths(folders).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_line_can_be_copied_to_a_shell() {
        let mut command = Command::new("restic");
        command.args(["--repo", "/a b", "it's", ""]);
        assert_eq!(line(&command), r"restic --repo '/a b' 'it'\''s' ''");
    }
}
