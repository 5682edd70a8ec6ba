//! Build tools from crates.io, at the one version we know to work.

use std::process::Command;
use std::time::Instant;

use super::{at_least, installing, present};
use crate::failure::Failure;
use crate::place::Place;
use crate::process;
use crate::steps::seconds;

/// A tool that `cargo install` builds.
#[derive(Debug)]
pub(crate) struct CargoTool {
    package: &'static str,
    /// The program, and the words after which it prints its version.
    version_command: &'static [&'static str],
    version: &'static str,
    /// Does any later version do as well?
    or_later: bool,
    /// What we need it for, to follow "for".
    purpose: &'static str,
    /// How much the compiler optimises it: what runs long is worth more of our time.
    opt_level: &'static str,
}

/// Turns `frontend/` into the page. 0.22 wants a newer compiler than the pinned one.
pub(super) const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    version_command: &["trunk", "--version"],
    version: "0.21.14",
    or_later: false,
    purpose: "building the page",
    opt_level: "0",
};

/// Writes the page's glue. Must be exactly the version of the library that `Cargo.toml` pins.
pub(super) const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    version_command: &["wasm-bindgen", "--version"],
    version: "0.2.129",
    or_later: false,
    purpose: "joining the page's wasm to the browser",
    opt_level: "1",
};

/// Runs the tests, each in a process of its own.
pub(super) const NEXTEST: CargoTool = CargoTool {
    package: "cargo-nextest",
    version_command: &["cargo-nextest", "nextest", "--version"],
    version: "0.9.143",
    or_later: true,
    purpose: "running the tests",
    opt_level: "0",
};

impl CargoTool {
    fn accepts(&self, version: &str) -> bool {
        version == self.version || (self.or_later && at_least(version, self.version))
    }
}

/// Installs the tool unless a version that does is there.
pub(super) fn ensure(place: &Place, tool: &CargoTool) -> Result<(), Failure> {
    let found = installed_version(place, tool);
    if let Some(version) = found.as_deref().filter(|version| tool.accepts(version)) {
        present(tool.package, version);
        return Ok(());
    }
    let instead = found.map_or_else(|| "not here".to_owned(), |other| format!("{other} is here"));
    let (package, version, purpose) = (tool.package, tool.version, tool.purpose);
    installing(
        package,
        &format!("{instead}; installing {version} from crates.io for {purpose}, which takes a few minutes"),
    );
    let start = Instant::now();
    let mut install = cargo_install(place, package, version);
    install
        // Their own release profiles take three times as long, for tools that run a second at a time.
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", tool.opt_level);
    process::run(&mut install)?;
    installing(package, &format!("installed after {}", seconds(start.elapsed())));
    match installed_version(place, tool) {
        Some(now) if tool.accepts(&now) => Ok(()),
        Some(other) => Err(Failure::new(format!("{package} {version} was installed, but PATH leads to {other} first"))),
        None => Err(Failure::new(format!("{package} {version} was installed, but does not start"))),
    }
}

/// Builds and installs a program from crates.io.
pub(super) fn cargo_install(place: &Place, package: &str, version: &str) -> Command {
    let mut install = process::program(place, "cargo");
    install
        .args(["install", "--quiet", "--locked", &format!("{package}@{version}")])
        // Neither our build folder nor our cargo settings are the program's business.
        .current_dir(std::env::temp_dir())
        .env_remove("CARGO_TARGET_DIR")
        .env_remove("RUSTFLAGS");
    install
}

fn installed_version(place: &Place, tool: &CargoTool) -> Option<String> {
    let path = process::find(place, tool.version_command[0])?;
    let answer = process::output(process::program(place, path).args(&tool.version_command[1..]))?;
    // "trunk 0.21.14", "cargo-nextest 0.9.143 (60fa45f63 2026-08-04)" and more lines.
    answer.split_whitespace().nth(1).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_library_has_the_version_of_the_tool() {
        let manifest = std::fs::read_to_string(Place::find().root.join("Cargo.toml")).unwrap();
        let pinned = format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version);
        assert!(manifest.contains(&pinned), "Cargo.toml should say {pinned}");
    }
}
