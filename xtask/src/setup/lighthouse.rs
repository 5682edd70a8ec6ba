//! Lighthouse, which gives a page marks for its speed and its accessibility: from npm, with what it needs, in a folder of its own.

use std::path::PathBuf;

use super::{at_least, installing, named, node, present};
use crate::failure::Failure;
use crate::place::Place;
use crate::process;

/// The last one that runs on the Node of Debian's releases.
const VERSION: &str = "12.8.2";
const NODE: &str = "18.16";

/// Where its program is, a script for Node.
pub(super) fn ensure(place: &Place) -> Result<PathBuf, Failure> {
    node::ensure_npm(place)?;
    let version = process::output(process::program(place, "node").arg("--version")).unwrap_or_default();
    if !at_least(version.trim_start_matches('v'), NODE) {
        return Err(Failure::new(format!("Lighthouse {VERSION} needs Node {NODE} or later; here is {version:?}")));
    }
    if let Some(path) = named("COFRE_LIGHTHOUSE")? {
        present("Lighthouse", &path.display().to_string());
        return Ok(path);
    }
    let folder = place.tools.join(format!("lighthouse-{VERSION}"));
    let script = folder.join("node_modules/lighthouse/cli/index.js");
    if script.is_file() {
        present("Lighthouse", &script.display().to_string());
        return Ok(script);
    }
    installing("Lighthouse", &format!("not here; fetching {VERSION} from npm (190 MB) for marking the page"));
    node::install(place, &format!("lighthouse@{VERSION}"), &folder)?;
    Ok(script)
}
