//! PostgreSQL, the other database that the server works with. Debian keeps its programs off the PATH.

use std::cmp::Reverse;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::{apt, installing, present};
use crate::failure::Failure;
use crate::place::Place;
use crate::process;

/// Where a person may name the folder of another PostgreSQL's programs.
const VARIABLE: &str = "COFRE_POSTGRESQL";

/// Debian's package.
const PACKAGE: &str = "postgresql";

/// Debian has a folder here for each version.
const VERSIONS: &str = "/usr/lib/postgresql";

/// What the tests call, some by our hand and some by theirs.
const PROGRAMS: [&str; 7] = ["initdb", "postgres", "pg_isready", "createdb", "dropdb", "psql", "pg_dump"];

/// The folder of its programs.
pub(super) fn ensure(place: &Place) -> Result<PathBuf, Failure> {
    if let Some(folder) = env::var_os(VARIABLE).filter(|value| !value.is_empty()).map(PathBuf::from) {
        return match missing(&folder) {
            None => Ok(folder),
            Some(program) => {
                Err(Failure::new(format!("{VARIABLE} names {}, which has no {program}", folder.display())))
            }
        };
    }
    if let Some(folder) = find(place) {
        present("postgresql", &folder.display().to_string());
        return Ok(folder);
    }
    installing("postgresql", &format!("not here; installing Debian's {PACKAGE} for testing with the other database"));
    apt::install(place, &[PACKAGE])?;
    find(place).ok_or_else(|| {
        Failure::new(format!(
            "PostgreSQL is still missing after its package was installed; name the folder of its programs in {VARIABLE}"
        ))
    })
}

/// The newest of Debian's, or the one on the PATH.
fn find(place: &Place) -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> =
        fs::read_dir(VERSIONS).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path()).collect();
    versions.sort_by_key(|folder| Reverse(version(folder)));
    let on_path =
        process::find(place, "initdb").and_then(|program| Some(program.canonicalize().ok()?.parent()?.into()));
    versions.into_iter().map(|version| version.join("bin")).chain(on_path).find(|folder| missing(folder).is_none())
}

fn version(folder: &Path) -> Option<u32> {
    folder.file_name()?.to_str()?.parse().ok()
}

fn missing(folder: &Path) -> Option<&'static str> {
    PROGRAMS.into_iter().find(|program| !process::is_program(&folder.join(program)))
}
