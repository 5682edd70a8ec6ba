//! npm, for what we take from its registry.

use std::fs;
use std::path::Path;

use super::{apt, installing};
use crate::failure::Failure;
use crate::place::Place;
use crate::process;

/// Installs npm where it is missing.
pub(super) fn ensure_npm(place: &Place) -> Result<(), Failure> {
    if process::find(place, "npm").is_some() {
        return Ok(());
    }
    installing("npm", "not here; installing Debian's nodejs and npm for fetching tools that are written in JavaScript");
    apt::install(place, &["nodejs", "npm"])
}

/// Puts a package, with what it needs, into a folder of its own.
pub(super) fn install(place: &Place, package: &str, folder: &Path) -> Result<(), Failure> {
    let unpacking = folder.with_added_extension(std::process::id().to_string());
    fs::create_dir_all(&unpacking).map_err(|cause| Failure::file("create", &unpacking, &cause))?;
    let mut install = process::program(place, "npm");
    install.args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]);
    process::run(install.arg(&unpacking).arg(package))?;
    // Renamed when complete, so that a broken download is never taken for the tool.
    let _ = fs::remove_dir_all(folder);
    fs::rename(&unpacking, folder).map_err(|cause| Failure::file("put in place", folder, &cause))
}
