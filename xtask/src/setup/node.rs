//! npm, for what we take from its registry.

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
