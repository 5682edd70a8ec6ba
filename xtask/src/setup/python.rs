//! Python environments of their own, for what we take from PyPI.

use std::fs;
use std::path::{Path, PathBuf};

use super::{apt, installing};
use crate::failure::Failure;
use crate::place::Place;
use crate::process;

/// The folder of an environment with these packages, made when it is not complete; `sentence` says then what for.
pub(super) fn ensure(place: &Place, name: &str, packages: &[String], sentence: &str) -> Result<PathBuf, Failure> {
    let folder = place.tools.join(name);
    // Written last, so that a broken download is never taken for the tool: such an environment cannot be moved when it is complete.
    let complete = folder.join("complete");
    if complete.is_file() {
        super::present(name, &folder.display().to_string());
        return Ok(folder);
    }
    installing(name, sentence);
    let _ = fs::remove_dir_all(&folder);
    make_environment(place, &folder)?;
    let mut install = process::program(place, folder.join("bin/pip"));
    process::run(install.args(["install", "--quiet", "--disable-pip-version-check"]).args(packages))?;
    fs::write(&complete, name).map_err(|cause| Failure::file("write", &complete, &cause))?;
    Ok(folder)
}

/// Debian has what makes an environment in a package apart.
fn make_environment(place: &Place, folder: &Path) -> Result<(), Failure> {
    let make = || process::run(process::program(place, "python3").args(["-m", "venv"]).arg(folder));
    if make().is_ok() {
        return Ok(());
    }
    installing("python3-venv", "no Python that makes environments here; installing Debian's python3-venv");
    apt::install(place, &["python3", "python3-venv"])?;
    make()
}
