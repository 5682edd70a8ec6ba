//! moto, an S3 that tests keep vaults in: from PyPI, in an environment of its own.

use std::path::PathBuf;

use super::{named, present, python};
use crate::failure::Failure;
use crate::place::Place;

const VERSION: &str = "5.2.1";
/// What serves it, without the services beside S3 that its own package for servers brings.
const FLASK: [&str; 2] = ["flask==3.1.2", "flask-cors==6.0.1"];

/// Where the Python is that has it.
pub(super) fn ensure(place: &Place) -> Result<PathBuf, Failure> {
    if let Some(path) = named("COFRE_MOTO")? {
        present("moto", &path.display().to_string());
        return Ok(path);
    }
    let sentence = format!("not here; fetching {VERSION} from PyPI (140 MB) for tests that keep vaults in S3");
    let packages: Vec<String> = [format!("moto[s3]=={VERSION}")].into_iter().chain(FLASK.map(str::to_owned)).collect();
    Ok(python::ensure(place, &format!("moto-{VERSION}"), &packages, &sentence)?.join("bin/python"))
}
