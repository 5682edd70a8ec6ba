//! What `cargo xtask bench engine` compares the engine with, and the packages that it makes a machine of.

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use super::cargo_tool::cargo_install;
use super::{Environment, apt, debian_packages, installing, named, present};
use crate::failure::Failure;
use crate::place::Place;
use crate::process;
use crate::steps::seconds;

const RUSTIC: &str = "0.11.4";

/// About 1.2 GiB of programs, libraries, sources and texts, as they lie on a server.
const MACHINE: [&str; 16] = [
    "emacs-common",
    "git",
    "golang-1.24-go",
    "golang-1.24-src",
    "libicu76",
    "libllvm19",
    "libnode115",
    "libpython3.13-stdlib",
    "libreoffice-core",
    "locales",
    "mariadb-server-core",
    "openjdk-21-jre-headless",
    "perl-modules-5.40",
    "postgresql-17",
    "samba-libs",
    "vim-runtime",
];

/// Where all of them are.
pub(super) fn ensure(place: &Place) -> Result<Environment, Failure> {
    apt::ensure(place, &[apt::MKE2FS, apt::DEBUGFS, apt::BORG, apt::TIME])?;
    Ok(vec![
        ("COFRE_BORG", apt::BORG.path(place)?),
        ("COFRE_TIME", apt::TIME.path(place)?),
        ("COFRE_RUSTIC", rustic(place)?),
        ("COFRE_PACKAGES", machine(place)?),
    ])
}

fn rustic(place: &Place) -> Result<PathBuf, Failure> {
    if let Some(path) = named("COFRE_RUSTIC")? {
        present("rustic", &path.display().to_string());
        return Ok(path);
    }
    let root = place.tools.join(format!("rustic-{RUSTIC}"));
    let program = root.join("bin/rustic");
    if program.is_file() {
        present("rustic", &format!("{RUSTIC}, {}", program.display()));
        return Ok(program);
    }
    installing("rustic", &format!("installing {RUSTIC} from crates.io to compare with, which takes ten minutes"));
    let start = Instant::now();
    let mut install = cargo_install(place, "rustic-rs", RUSTIC);
    process::run(install.args(["--no-default-features", "--root"]).arg(&root))?;
    installing("rustic", &format!("installed after {}", seconds(start.elapsed())));
    Ok(program)
}

/// The folder of the packages.
fn machine(place: &Place) -> Result<PathBuf, Failure> {
    let folder = place.tools.join(format!("machine-{}", debian_packages::SUITE));
    if folder.is_dir() {
        present("packages of a machine", &folder.display().to_string());
        return Ok(folder);
    }
    installing("packages of a machine", "downloading 300 MiB of Debian's packages to make a disk of");
    let work = place.tools.join(format!("machine.{}", std::process::id()));
    let downloaded = debian_packages::download(place, &work, &MACHINE).and_then(|files| {
        let kept = work.join("kept");
        fs::create_dir(&kept).map_err(|cause| Failure::file("create", &kept, &cause))?;
        for file in files {
            let to = kept.join(file.file_name().unwrap_or_default());
            fs::rename(&file, &to).map_err(|cause| Failure::file("put in place", &to, &cause))?;
        }
        fs::rename(&kept, &folder).map_err(|cause| Failure::file("put in place", &folder, &cause))
    });
    let _ = fs::remove_dir_all(&work);
    downloaded.map(|()| folder)
}
