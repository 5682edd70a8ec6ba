//! dateutil, which the tests reckon schedules and retention with a second time: from PyPI, in an environment of its own.

use std::path::PathBuf;

use super::{named, present, python};
use crate::failure::Failure;
use crate::place::Place;

const VERSION: &str = "2.9.0.post0";
/// The zones' data, of the release that the lock file's chrono-tz carries: two that differ would blame each other for what a government decided.
const TZDATA: &str = "2025.2";

/// Where the Python is that has both.
pub(super) fn ensure(place: &Place) -> Result<PathBuf, Failure> {
    if let Some(path) = named("COFRE_DATEUTIL")? {
        present("dateutil", &path.display().to_string());
        return Ok(path);
    }
    let sentence = format!("not here; fetching {VERSION} from PyPI for tests of schedules and retention");
    let packages = [format!("python-dateutil=={VERSION}"), format!("tzdata=={TZDATA}")];
    let name = format!("dateutil-{VERSION}-{TZDATA}");
    Ok(python::ensure(place, &name, &packages, &sentence)?.join("bin/python"))
}
