//! Builds the server's release binary, which holds the page.

use std::path::PathBuf;

use crate::failure::Failure;
use crate::page::locked;
use crate::place::Place;
use crate::process;

/// Builds `cofre`; the page must be built before.
pub(crate) fn build(place: &Place) -> Result<PathBuf, Failure> {
    process::run(process::cargo(place).args(["build", "--release", "--bin", "cofre"]).args(locked()))?;
    Ok(place.target.join("release/cofre"))
}
