//! Azurite, a Blob storage that tests keep vaults in: from npm, with what it needs, in a folder of its own.

use std::path::PathBuf;

use super::{installing, named, node, present};
use crate::failure::Failure;
use crate::place::Place;

const VERSION: &str = "3.37.0";

/// Where the script is that serves blobs.
pub(super) fn ensure(place: &Place) -> Result<PathBuf, Failure> {
    node::ensure_npm(place)?;
    if let Some(path) = named("COFRE_AZURITE")? {
        present("Azurite", &path.display().to_string());
        return Ok(path);
    }
    let folder = place.tools.join(format!("azurite-{VERSION}"));
    let script = folder.join("node_modules/azurite/dist/src/blob/main.js");
    if script.is_file() {
        present("Azurite", &script.display().to_string());
        return Ok(script);
    }
    let sentence = format!("not here; fetching {VERSION} from npm (370 MB) for tests that keep vaults in Azure Blob");
    installing("Azurite", &sentence);
    node::install(place, &format!("azurite@{VERSION}"), &folder)?;
    Ok(script)
}
