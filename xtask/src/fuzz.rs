//! `cargo xtask fuzz`: libFuzzer on the engine's decoders, by the same compiler as everything else.
//!
//! Only crates of this workspace are compiled for it (by [`COMPILER`]), all others are those of the tests.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;

use crate::failure::Failure;
use crate::page::locked;
use crate::place::Place;
use crate::process;
use crate::setup;

/// The program, and the feature without which nothing of it is built.
const PROGRAM: &str = "fuzz";
const FEATURE: &str = "engine/libfuzzer";
const COMPILER: &str = "server/engine/tests/support/rustc_for_fuzz.sh";

/// In megabytes: a decoder that takes more is a finding.
const MEMORY_MAX: u32 = 1024;
/// In seconds, for one input: so is one that takes longer.
const PATIENCE: u32 = 30;

/// How long each decoder is fed when all else is tested, too, in seconds: what is right in front of one is found.
const SECONDS_IN_TEST: u32 = 3;

/// Feeds one decoder, or all, each for so long.
pub(crate) fn run(decoder: Option<&str>, seconds: u32) -> Result<(), Failure> {
    setup::for_fuzz()?;
    feed_all(&Place::find(), decoder, seconds)
}

/// Feeds all for a short while. What this needs has been installed.
pub(crate) fn briefly(place: &Place) -> Result<(), Failure> {
    feed_all(place, None, SECONDS_IN_TEST)
}

fn feed_all(place: &Place, decoder: Option<&str>, seconds: u32) -> Result<(), Failure> {
    let program = build(place)?;
    let listed = process::output(&mut process::program(place, &program));
    let listed = listed.ok_or_else(|| Failure::new(format!("{} does not list the decoders", program.display())))?;
    let all: Vec<&str> = listed.lines().collect();
    let chosen: Vec<&str> = all.iter().copied().filter(|name| decoder.is_none_or(|wanted| *name == wanted)).collect();
    if chosen.is_empty() {
        return Err(Failure::new(format!("there is no such decoder; there are: {}", all.join(", "))));
    }
    let waiting = Mutex::new(chosen.into_iter());
    let found = Mutex::new(Vec::new());
    let feed_each = || {
        // What is locked is given back before the decoder is fed.
        let next = || waiting.lock().ok()?.next();
        while let Some(name) = next() {
            if let (Err(failure), Ok(mut found)) = (feed(place, &program, name, seconds), found.lock()) {
                found.push(failure.to_string());
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(feed_each);
        }
    });
    let found = found.into_inner().unwrap_or_default();
    if found.is_empty() { Ok(()) } else { Err(Failure::new(found.join("\n       "))) }
}

/// Builds the program as the tests are built, so that it shares their dependencies; answers where it is.
fn build(place: &Place) -> Result<PathBuf, Failure> {
    let mut cargo = process::cargo(place);
    cargo.args(["test", "--no-run", "--workspace", "--test", PROGRAM, "--features", FEATURE, "--message-format=json"]);
    cargo.args(locked()).env("RUSTC_WORKSPACE_WRAPPER", place.root.join(COMPILER)).stderr(Stdio::inherit());
    let output = cargo.output();
    let failed = || Failure::new(format!("`{}` failed", process::line(&cargo)));
    let output = output.map_err(|_| failed())?;
    let said = String::from_utf8_lossy(&output.stdout);
    let built = said.lines().find_map(|line| line.split_once("\"executable\":\"")?.1.split_once('"'));
    let (program, _) = built.filter(|_| output.status.success()).ok_or_else(failed)?;
    Ok(program.into())
}

/// Feeds one decoder. What taught something is kept for the next time; what is found is kept, and told.
fn feed(place: &Place, program: &Path, name: &str, seconds: u32) -> Result<(), Failure> {
    let folder = place.target.join("fuzz").join(name);
    let [seeds, learned, findings] = ["seeds", "learned", "findings"].map(|part| folder.join(part));
    for folder in [&seeds, &learned, &findings] {
        fs::create_dir_all(folder).map_err(|cause| Failure::file("make", folder, &cause))?;
    }
    let log = folder.join("log");
    let mut fuzz = process::program(place, program);
    fuzz.env("COFRE_FUZZ_DECODER", name).env("COFRE_FUZZ_SEEDS", &seeds);
    fuzz.arg(format!("-artifact_prefix={}/", findings.display()));
    fuzz.args([format!("-max_total_time={seconds}"), "-print_final_stats=1".to_owned()]);
    fuzz.args([format!("-rss_limit_mb={MEMORY_MAX}"), format!("-timeout={PATIENCE}")]).args([&learned, &seeds]);
    let ended = process::run(logged(&mut fuzz, &log)?);
    let said = fs::read_to_string(&log).map_err(|cause| Failure::file("read", &log, &cause))?;
    let inputs = said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    eprintln!("{name}: {} inputs in {seconds} s", inputs.unwrap_or(" too few").trim());
    ended.map_err(|_| {
        let again = format!("COFRE_FUZZ_DECODER={name} {} FILE", program.display());
        Failure::new(format!("{name} fails: {} says how; {again} shows it again", log.display()))
    })
}

fn logged<'a>(command: &'a mut Command, log: &Path) -> Result<&'a mut Command, Failure> {
    let file = File::create(log).map_err(|cause| Failure::file("make", log, &cause))?;
    Ok(command.stdout(Stdio::null()).stderr(file))
}
