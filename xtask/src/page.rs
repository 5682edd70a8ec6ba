//! Builds the page: `frontend/` by Trunk, only when something it is made of has changed.

use std::collections::hash_map::DefaultHasher;
use std::env;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::one_style;
use crate::place::Place;
use crate::process;
use crate::setup::PageToolchain;

/// Everything the page is made of.
const SOURCES: [&str; 7] = ["frontend", "shared", "style", "Trunk.toml", "Cargo.toml", "Cargo.lock", ".cargo"];

/// Builds the page into `target/dist`, unless the one there is made of what we have now.
pub(crate) fn build(place: &Place, toolchain: PageToolchain) -> Result<(), Failure> {
    let profile =
        env::var("COFRE_PAGE_PROFILE").ok().filter(|profile| !profile.is_empty()).unwrap_or_else(|| "web".to_owned());
    let fingerprint = fingerprint(place, toolchain, &profile)?;
    let stamp = place.target.join("page.fingerprint");
    if place.page().join("index.html").is_file() && fs::read_to_string(&stamp).is_ok_and(|built| built == fingerprint) {
        eprintln!("nothing it is made of has changed: {} stays", place.page().display());
        return Ok(());
    }
    // Trunk builds offline, lest it downloads tools; so the crates have to be here before.
    let mut fetch = process::cargo(place);
    fetch.args(["fetch", "--quiet"]).args(locked());
    toolchain.apply(&mut fetch);
    process::run(&mut fetch)?;

    let _ = fs::remove_file(&stamp);
    let mut trunk = process::program(place, "trunk");
    trunk.env("CARGO_TARGET_DIR", &place.target).env_remove("NO_COLOR");
    trunk.args(["build", "--offline", "--skip-version-check", "--dist"]).arg(place.page());
    trunk.args(["--cargo-profile", &profile]).args(locked());
    if profile != "dev" {
        trunk.arg("--release");
    }
    toolchain.apply(&mut trunk);
    process::run(&mut trunk)?;
    one_style::join(&place.page())?;
    // Taken before the build, so that what was edited meanwhile counts as changed.
    fs::write(&stamp, fingerprint).map_err(|cause| Failure::file("write", &stamp, &cause))
}

/// In CI the lock file says everything; elsewhere cargo may complete it.
pub(crate) fn locked() -> &'static [&'static str] {
    if is_ci() { &["--locked"] } else { &[] }
}

/// Is this a run that must be strict?
pub(crate) fn is_ci() -> bool {
    env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}

/// Names and contents of everything the page is made of, as one number: unlike times it survives a fresh clone.
fn fingerprint(place: &Place, toolchain: PageToolchain, profile: &str) -> Result<String, Failure> {
    let mut hasher = DefaultHasher::new();
    format!("{toolchain:?} {profile}, one style").hash(&mut hasher);
    place.page().hash(&mut hasher);
    for source in SOURCES {
        for file in files_beneath(&place.root.join(source))? {
            file.strip_prefix(&place.root).unwrap_or(&file).hash(&mut hasher);
            fs::read(&file).map_err(|cause| Failure::file("read", &file, &cause))?.hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn files_beneath(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    let Ok(entries) = fs::read_dir(path) else { return Ok(files) };
    for entry in entries {
        let entry = entry.map_err(|cause| Failure::file("read", path, &cause))?;
        files.extend(files_beneath(&entry.path())?);
    }
    files.sort();
    Ok(files)
}
