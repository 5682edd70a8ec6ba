//! schemathesis, which makes random requests of an API's document: from PyPI, in an environment of its own.

use std::path::PathBuf;

use super::{named, present, python};
use crate::failure::Failure;
use crate::place::Place;

const VERSION: &str = "4.32.5";

/// Where the program is.
pub(super) fn ensure(place: &Place) -> Result<PathBuf, Failure> {
    if let Some(path) = named("COFRE_SCHEMATHESIS")? {
        present("schemathesis", &path.display().to_string());
        return Ok(path);
    }
    let sentence = format!("not here; fetching {VERSION} from PyPI for sending random requests to the API");
    let packages = [format!("schemathesis=={VERSION}")];
    let folder = python::ensure(place, &format!("schemathesis-{VERSION}"), &packages, &sentence)?;
    Ok(folder.join("bin/schemathesis"))
}
