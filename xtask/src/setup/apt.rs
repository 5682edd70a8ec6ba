//! Programs from Debian's packages.

use std::path::PathBuf;

use super::{as_root, installing, named, present, root_prefix};
use crate::failure::Failure;
use crate::place::Place;
use crate::process;

/// A program we call, and the package that brings it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Program {
    /// The names it goes by, the usual one first.
    names: &'static [&'static str],
    /// Debian's package.
    package: &'static str,
    /// What we need it for, to follow "for".
    purpose: &'static str,
    /// The environment variable in which a person may name another one.
    variable: Option<&'static str>,
}

/// Makes the file systems of sample disks.
pub(super) const MKE2FS: Program =
    Program { names: &["mke2fs"], package: "e2fsprogs", purpose: "making sample disks", variable: None };

/// Makes every time on a sample machine's file system the same.
pub(super) const DEBUGFS: Program =
    Program { names: &["debugfs"], package: "e2fsprogs", purpose: "making a machine's disk", variable: None };

/// Backs up what the engine is measured with.
pub(super) const BORG: Program = Program {
    names: &["borg"],
    package: "borgbackup",
    purpose: "comparing the engine with it",
    variable: Some("COFRE_BORG"),
};

/// Tells what a program cost.
pub(super) const TIME: Program =
    Program { names: &["time"], package: "time", purpose: "measuring programs", variable: Some("COFRE_TIME") };

/// Reads and writes disk images independently of us.
pub(super) const QEMU_IMG: Program = Program {
    names: &["qemu-img"],
    package: "qemu-utils",
    purpose: "comparing our reading of disk images with QEMU's",
    variable: None,
};

/// Compiles libFuzzer.
pub(super) const CPLUSPLUS: Program = Program {
    names: &["c++", "g++"],
    package: "g++",
    purpose: "feeding the engine's decoders by libFuzzer",
    variable: None,
};

/// The browser that the page is tested in.
pub(super) const CHROMIUM: Program = Program {
    names: &["chromium", "chromium-browser", "google-chrome"],
    package: "chromium",
    purpose: "testing the page in a browser",
    variable: Some("COFRE_CHROMIUM"),
};

/// Steers the browser.
pub(super) const CHROMEDRIVER: Program = Program {
    names: &["chromedriver"],
    package: "chromium-driver",
    purpose: "steering the browser in tests",
    variable: Some("COFRE_CHROMEDRIVER"),
};

impl Program {
    fn find(&self, place: &Place) -> Result<Option<PathBuf>, Failure> {
        if let Some(path) = self.variable.map(named).transpose()?.flatten() {
            return Ok(Some(path));
        }
        Ok(self.names.iter().find_map(|name| process::find(place, name)))
    }

    /// Where it is.
    pub(super) fn path(&self, place: &Place) -> Result<PathBuf, Failure> {
        self.find(place)?
            .ok_or_else(|| Failure::new(format!("{} is still missing after its package was installed", self.names[0])))
    }
}

/// Installs the packages of those programs that are missing.
pub(super) fn ensure(place: &Place, programs: &[Program]) -> Result<(), Failure> {
    let mut missing = Vec::new();
    for program in programs {
        match program.find(place)? {
            Some(path) => present(program.names[0], &path.display().to_string()),
            None => missing.push(program),
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    for program in &missing {
        installing(
            program.names[0],
            &format!("not here; installing Debian's {} for {}", program.package, program.purpose),
        );
    }
    let packages: Vec<&str> = missing.iter().map(|program| program.package).collect();
    install(place, &packages)?;
    missing.iter().try_for_each(|program| program.path(place).map(|_| ()))
}

/// Installs packages, after a fresh look at what the archive has.
pub(super) fn install(place: &Place, packages: &[&str]) -> Result<(), Failure> {
    if process::find(place, "apt-get").is_none() {
        return Err(Failure::new(format!(
            "this machine has no apt-get; install by its own means what Debian packages as: {}",
            packages.join(" ")
        )));
    }
    if root_prefix(place).is_none() {
        let packages = packages.join(" ");
        return Err(Failure::new(format!(
            "installing packages needs root and there is no sudo here; run as root:\n\n  \
             apt-get update && apt-get install --no-install-recommends {packages}\n"
        )));
    }
    // A source that does not answer, of something else, is no reason to stop: what we need may be there.
    if let Err(failure) = as_root(place, &["apt-get", "-q", "update"]) {
        installing("apt-get", &format!("{failure}; going on with the lists that are here"));
    }
    let mut words = vec!["env", "DEBIAN_FRONTEND=noninteractive"];
    words.extend(["apt-get", "-qq", "-y", "install", "--no-install-recommends"]);
    words.extend(packages);
    as_root(place, &words)
}

/// Is this package installed, completely?
pub(super) fn is_installed(place: &Place, package: &str) -> bool {
    let mut query = process::program(place, "dpkg-query");
    process::output(query.args(["-W", "-f=${db:Status-Status}", package])).as_deref() == Some("installed")
}
