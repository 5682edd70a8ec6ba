//! restic, the other program that reads our vaults: new enough to restore sparse files.

use std::fs;
use std::path::{Path, PathBuf};

use super::debian_packages::{self, SUITE};
use super::{at_least, installing, named, present};
use crate::failure::Failure;
use crate::place::Place;
use crate::process;

/// `restore --sparse` and `--retry-lock` are there from this version on.
const AT_LEAST: &str = "0.18";

/// Where a new enough restic is.
pub(super) fn ensure(place: &Place) -> Result<PathBuf, Failure> {
    if let Some(path) = named("COFRE_RESTIC")? {
        let version = version(place, &path).unwrap_or_default();
        return if is_new_enough(&version) {
            present("restic", &format!("{version}, {}", path.display()));
            Ok(path)
        } else {
            Err(Failure::new(format!(
                "COFRE_RESTIC names {}, whose version is {version:?}; we need {AT_LEAST}",
                path.display()
            )))
        };
    }
    let candidates = process::find(place, "restic").into_iter().chain(kept(&place.tools));
    for path in candidates {
        if let Some(version) = version(place, &path).filter(|version| is_new_enough(version)) {
            present("restic", &format!("{version}, {}", path.display()));
            return Ok(path);
        }
    }
    installing(
        "restic",
        &format!("no {AT_LEAST} here; unpacking Debian {SUITE}'s for tests that read our vaults with it"),
    );
    let work = place.tools.join(format!("restic.{}", std::process::id()));
    let result = fetch(place, &work);
    let _ = fs::remove_dir_all(&work);
    result.map_err(|failure| Failure::new(format!("{failure}; or name a restic from {AT_LEAST} on in COFRE_RESTIC")))
}

/// The programs that earlier runs unpacked, newest name first.
fn kept(tools: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(tools) else { return Vec::new() };
    let mut programs: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("restic-"))
        .map(|entry| entry.path().join("restic"))
        .collect();
    programs.sort();
    programs.reverse();
    programs
}

/// Takes the program out of the package; it is static, so it runs on any system.
fn fetch(place: &Place, work: &Path) -> Result<PathBuf, Failure> {
    let packages = debian_packages::download(place, work, &["restic"])?;
    let package = packages.first().ok_or_else(|| Failure::new("apt-get downloaded no package of restic"))?;
    process::run(process::program(place, "dpkg").arg("-x").arg(package).arg(work.join("unpacked")))?;
    let program = work.join("unpacked/usr/bin/restic");
    let version = version(place, &program).ok_or_else(|| Failure::new("the restic of the package does not start"))?;
    if !is_new_enough(&version) {
        return Err(Failure::new(format!("Debian {SUITE} has restic {version} only")));
    }
    let folder = place.tools.join(format!("restic-{version}"));
    fs::create_dir_all(&folder).map_err(|cause| Failure::file("create", &folder, &cause))?;
    let kept = folder.join("restic");
    fs::rename(&program, &kept).map_err(|cause| Failure::file("put in place", &kept, &cause))?;
    installing("restic", &format!("{version} is in {}", kept.display()));
    Ok(kept)
}

fn version(place: &Place, path: &Path) -> Option<String> {
    // "restic 0.18.0 compiled with go1.24.4 on linux/amd64"
    process::output(process::program(place, path).arg("version"))?.split_whitespace().nth(1).map(str::to_owned)
}

fn is_new_enough(version: &str) -> bool {
    at_least(version, AT_LEAST)
}
