//! `cargo xtask bench`: measurements, each a program `tests/src/bin/bench-<name>.rs` (or a folder of that name).

use std::fs;
use std::process::Stdio;

use crate::failure::Failure;
use crate::page::{self, locked};
use crate::place::Place;
use crate::postgresql::Server;
use crate::process;
use crate::server;
use crate::setup;

const PREFIX: &str = "bench-";

/// Those that measure with the state in either database.
const ON_BOTH: [&str; 1] = ["portal"];

/// The one whose marks Lighthouse gives.
const BY_LIGHTHOUSE: &str = "lighthouse";

/// The one that measures other programs as well.
const WITH_PEERS: &str = "engine";

/// Runs a benchmark in release mode, or lists those that exist.
pub(crate) fn run(name: Option<&str>, rest: &[String]) -> Result<(), Failure> {
    let place = Place::find();
    let known = benchmarks(&place);
    let list = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
    let Some(name) = name else {
        eprintln!("benchmarks: {list}");
        return Ok(());
    };
    if !known.iter().any(|known| known == name) {
        return Err(Failure::new(format!("there is no benchmark {name:?}; there are: {list}")));
    }
    let (toolchain, tools) = setup::for_bench()?;
    page::build(&place, toolchain)?;
    let lighthouse = (name == BY_LIGHTHOUSE).then(setup::lighthouse).transpose()?;
    let peers = if name == WITH_PEERS { setup::peers()? } else { Vec::new() };
    let cofre = server::build(&place)?;
    let mut bench = process::cargo(&place);
    bench.envs(tools).envs(peers).env("COFRE_BIN", cofre);
    bench.envs(lighthouse.map(|script| ("COFRE_LIGHTHOUSE", script)));
    let postgresql = if ON_BOTH.contains(&name) {
        let programs = setup::postgresql()?;
        let server = Server::start(&place, &programs)?;
        bench.env("COFRE_BENCH_POSTGRESQL", server.address()).env("COFRE_POSTGRESQL", programs);
        Some(server)
    } else {
        None
    };
    bench
        .args(["run", "--release", "--package", "tests", "--features", "tools", "--bin", &format!("{PREFIX}{name}")])
        .args(locked());
    let measured = process::run(bench.arg("--").args(rest).stdin(Stdio::inherit()));
    drop(postgresql);
    measured
}

fn benchmarks(place: &Place) -> Vec<String> {
    let Ok(entries) = fs::read_dir(place.root.join("tests/src/bin")) else { return Vec::new() };
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter_map(|entry| entry.path().file_stem()?.to_str()?.strip_prefix(PREFIX).map(str::to_owned))
        .collect();
    names.sort();
    names
}
