//! Packages of one suite of Debian, downloaded and not installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::place::Place;
use crate::process;

/// The suite whose packages we take, whatever this machine runs.
pub(super) const SUITE: &str = "trixie";
const ARCHIVE: &str = "http://deb.debian.org/debian";
const KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

/// Downloads the packages into the folder, with lists and settings of our own: the system's stay as they are. Answers
/// their files by name.
pub(super) fn download(place: &Place, work: &Path, packages: &[&str]) -> Result<Vec<PathBuf>, Failure> {
    for folder in ["lists/partial", "archives/partial"] {
        let folder = work.join(folder);
        fs::create_dir_all(&folder).map_err(|cause| Failure::file("create", &folder, &cause))?;
    }
    let sources = work.join("sources.list");
    let line = format!("deb [signed-by={KEYRING} target=Packages] {ARCHIVE} {SUITE} main\n");
    fs::write(&sources, line).map_err(|cause| Failure::file("write", &sources, &cause))?;
    process::run(apt(place, work).args(["-q", "update"]))?;
    process::run(apt(place, work).args(["-q", "download"]).args(packages))?;
    let mut files: Vec<PathBuf> = fs::read_dir(work)
        .map_err(|cause| Failure::file("read", work, &cause))?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "deb"))
        .collect();
    files.sort();
    Ok(files)
}

fn apt(place: &Place, work: &Path) -> Command {
    let mut apt = process::program(place, "apt-get");
    apt.current_dir(work);
    let work = work.display();
    let settings = [
        format!("Dir::Etc::SourceList={work}/sources.list"),
        "Dir::Etc::SourceParts=/dev/null".to_owned(),
        format!("Dir::State::Lists={work}/lists"),
        format!("Dir::Cache={work}"),
        // The user that apt otherwise steps down to may not write in a home folder.
        "APT::Sandbox::User=root".to_owned(),
    ];
    for setting in settings {
        apt.args(["-o", &setting]);
    }
    apt
}
