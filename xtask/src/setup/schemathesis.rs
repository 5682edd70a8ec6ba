//! schemathesis, which makes random requests of an API's document: from PyPI, in an environment of its own.

use std::fs;
use std::path::{Path, PathBuf};

use super::{apt, installing, named, present};
use crate::failure::Failure;
use crate::place::Place;
use crate::process;

const VERSION: &str = "4.32.5";

/// Where the program is.
pub(super) fn ensure(place: &Place) -> Result<PathBuf, Failure> {
    if let Some(path) = named("COFRE_SCHEMATHESIS")? {
        present("schemathesis", &path.display().to_string());
        return Ok(path);
    }
    let folder = place.tools.join(format!("schemathesis-{VERSION}"));
    let program = folder.join("bin/schemathesis");
    // Written last, so that a broken download is never taken for the tool: such an environment cannot be moved when it is complete.
    let complete = folder.join("complete");
    if complete.is_file() {
        present("schemathesis", &program.display().to_string());
        return Ok(program);
    }
    installing(
        "schemathesis",
        &format!("not here; fetching {VERSION} from PyPI for sending random requests to the API"),
    );
    let _ = fs::remove_dir_all(&folder);
    make_environment(place, &folder)?;
    process::run(process::program(place, folder.join("bin/pip")).args([
        "install",
        "--quiet",
        "--disable-pip-version-check",
        &format!("schemathesis=={VERSION}"),
    ]))?;
    fs::write(&complete, VERSION).map_err(|cause| Failure::file("write", &complete, &cause))?;
    Ok(program)
}

/// A Python of its own. Debian has what makes it in a package apart.
fn make_environment(place: &Place, folder: &Path) -> Result<(), Failure> {
    let make = || process::run(process::program(place, "python3").args(["-m", "venv"]).arg(folder));
    if make().is_ok() {
        return Ok(());
    }
    installing("python3-venv", "no Python that makes environments here; installing Debian's python3-venv");
    apt::install(place, &["python3", "python3-venv"])?;
    make()
}
