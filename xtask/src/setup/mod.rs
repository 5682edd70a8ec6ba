//! Installs what is missing on this machine, and finds what is there.
//!
//! Every step looks first and changes nothing when the right version is present; before it installs something it says
//! what and why. All of it may be run again at any time. Nothing here knows how the page or the tests are built.

mod apt;
mod axe;
mod azurite;
mod cargo_tool;
mod dateutil;
mod debian_packages;
mod debian_rust;
mod lighthouse;
mod moto;
mod node;
mod peers;
mod postgresql;
mod python;
mod restic;
mod schemathesis;
mod wasm_target;

use std::path::PathBuf;
use std::time::Instant;

pub(crate) use wasm_target::PageToolchain;

use crate::failure::Failure;
use crate::place::Place;
use crate::process;
use crate::steps::seconds;

/// Environment variables, each the path of a tool.
pub(crate) type Environment = Vec<(&'static str, PathBuf)>;

/// What the tests are told about this machine.
#[derive(Debug)]
pub(crate) struct Tools {
    /// Which Rust compiles the page.
    pub(crate) page_toolchain: PageToolchain,
    /// Where the tests find each tool.
    pub(crate) environment: Environment,
    /// The folder of PostgreSQL's programs.
    pub(crate) postgresql: PathBuf,
}

/// What building and serving the page needs.
pub(crate) fn for_page() -> Result<PageToolchain, Failure> {
    let place = Place::find();
    let toolchain = wasm_target::ensure(&place)?;
    cargo_tool::ensure(&place, &cargo_tool::TRUNK)?;
    cargo_tool::ensure(&place, &cargo_tool::WASM_BINDGEN)?;
    Ok(toolchain)
}

/// What building, serving and the sample disks need.
pub(crate) fn for_run() -> Result<PageToolchain, Failure> {
    let toolchain = for_page()?;
    apt::ensure(&Place::find(), &[apt::MKE2FS])?;
    Ok(toolchain)
}

/// What benchmarks measure with, and the peers that they compare with.
pub(crate) fn for_bench() -> Result<(PageToolchain, Environment), Failure> {
    let place = Place::find();
    let page_toolchain = for_page()?;
    apt::ensure(&place, &[apt::CHROMIUM, apt::CHROMEDRIVER])?;
    let environment = vec![
        ("COFRE_CHROMIUM", apt::CHROMIUM.path(&place)?),
        ("COFRE_CHROMEDRIVER", apt::CHROMEDRIVER.path(&place)?),
        ("COFRE_RESTIC", restic::ensure(&place)?),
    ];
    Ok((page_toolchain, environment))
}

/// What feeding the engine's decoders needs.
pub(crate) fn for_fuzz() -> Result<(), Failure> {
    apt::ensure(&Place::find(), &[apt::CPLUSPLUS])
}

/// The folder of PostgreSQL's programs, for what measures with both databases.
pub(crate) fn postgresql() -> Result<PathBuf, Failure> {
    postgresql::ensure(&Place::find())
}

/// What the engine is compared with.
pub(crate) fn peers() -> Result<Environment, Failure> {
    peers::ensure(&Place::find())
}

/// The script that gives the page marks.
pub(crate) fn lighthouse() -> Result<PathBuf, Failure> {
    lighthouse::ensure(&Place::find())
}

/// The program that sends random requests.
pub(crate) fn schemathesis() -> Result<PathBuf, Failure> {
    schemathesis::ensure(&Place::find())
}

/// What the tests need as well.
pub(crate) fn everything() -> Result<Tools, Failure> {
    let start = Instant::now();
    let place = Place::find();
    let page_toolchain = for_page()?;
    cargo_tool::ensure(&place, &cargo_tool::NEXTEST)?;
    apt::ensure(&place, &[apt::MKE2FS, apt::QEMU_IMG, apt::CPLUSPLUS, apt::CHROMIUM, apt::CHROMEDRIVER])?;
    let postgresql = postgresql::ensure(&place)?;
    let environment = vec![
        ("COFRE_CHROMIUM", apt::CHROMIUM.path(&place)?),
        ("COFRE_CHROMEDRIVER", apt::CHROMEDRIVER.path(&place)?),
        ("COFRE_RESTIC", restic::ensure(&place)?),
        ("COFRE_AXE", axe::ensure(&place)?),
        ("COFRE_MOTO", moto::ensure(&place)?),
        ("COFRE_AZURITE", azurite::ensure(&place)?),
        ("COFRE_DATEUTIL", dateutil::ensure(&place)?),
    ];
    eprintln!("setup: complete after {}", seconds(start.elapsed()));
    Ok(Tools { page_toolchain, environment, postgresql })
}

/// One line for what is present.
fn present(what: &str, how: &str) {
    eprintln!("setup: {what}: ok ({how})");
}

/// One sentence before something is installed.
fn installing(what: &str, sentence: &str) {
    eprintln!("setup: {what}: {sentence}");
}

/// The path a person named in `variable`, which goes before everything we would find or install.
fn named(variable: &str) -> Result<Option<PathBuf>, Failure> {
    let Some(path) = std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from) else {
        return Ok(None);
    };
    if path.is_file() {
        Ok(Some(path))
    } else {
        Err(Failure::new(format!("{variable} names {}, which is no file", path.display())))
    }
}

/// What has to stand before a command that changes the system: nothing for root, sudo for everyone else; `None` when
/// there is no sudo either.
fn root_prefix(place: &Place) -> Option<Vec<&'static str>> {
    if process::output(process::program(place, "id").arg("-u")).as_deref() == Some("0") {
        return Some(Vec::new());
    }
    process::find(place, "sudo").map(|_| vec!["sudo"])
}

/// Runs a command as root, or says which command someone with that right has to run.
fn as_root(place: &Place, words: &[&str]) -> Result<(), Failure> {
    let Some(prefix) = root_prefix(place) else {
        return Err(Failure::new(format!(
            "this needs root and there is no sudo here; run as root: {}",
            words.join(" ")
        )));
    };
    let all: Vec<&str> = prefix.into_iter().chain(words.iter().copied()).collect();
    let mut command = process::program(place, all[0]);
    // sudo may ask a person for a password.
    command.args(&all[1..]).stdin(std::process::Stdio::inherit());
    process::run(&mut command)
}

/// Is this version the wanted one or a later one, number by number?
fn at_least(version: &str, wanted: &str) -> bool {
    let numbers =
        |text: &str| text.split(['.', '-', '+']).map_while(|number| number.parse().ok()).collect::<Vec<u32>>();
    numbers(version) >= numbers(wanted)
}

#[cfg(test)]
mod tests {
    use super::at_least;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(at_least("0.18.0", "0.18"));
        assert!(at_least("0.100.1", "0.18"));
        assert!(at_least("1.0.0", "0.18"));
        assert!(!at_least("0.14.0", "0.18"));
        assert!(!at_least("", "0.18"));
    }
}
