//! axe-core: the accessibility checker that the browser tests inject into the page.

use std::fs;
use std::path::PathBuf;

use super::{installing, named, node, present};
use crate::failure::Failure;
use crate::place::Place;
use crate::process;

const VERSION: &str = "4.14.1";

/// Where `axe.min.js` is.
pub(super) fn ensure(place: &Place) -> Result<PathBuf, Failure> {
    if let Some(path) = named("COFRE_AXE")? {
        present("axe-core", &path.display().to_string());
        return Ok(path);
    }
    let folder = place.tools.join(format!("axe-core-{VERSION}"));
    let script = folder.join("axe.min.js");
    if script.is_file() {
        present("axe-core", &script.display().to_string());
        return Ok(script);
    }
    installing(
        "axe-core",
        &format!("not here; fetching {VERSION} from npm for checking the page's accessibility in tests"),
    );
    node::ensure_npm(place)?;
    let unpacking = place.tools.join(format!("axe-core-{VERSION}.{}", std::process::id()));
    fs::create_dir_all(&unpacking).map_err(|cause| Failure::file("create", &unpacking, &cause))?;
    process::run(
        process::program(place, "npm")
            .args(["pack", "--silent", &format!("axe-core@{VERSION}")])
            .current_dir(&unpacking),
    )?;
    let archive = format!("axe-core-{VERSION}.tgz");
    process::run(
        process::program(place, "tar").args(["-xzf", &archive, "--strip-components=1"]).current_dir(&unpacking),
    )?;
    let _ = fs::remove_file(unpacking.join(archive));
    // Renamed when complete, so that a broken download is never taken for the tool.
    let _ = fs::remove_dir_all(&folder);
    fs::rename(&unpacking, &folder).map_err(|cause| Failure::file("put in place", &folder, &cause))?;
    Ok(script)
}
