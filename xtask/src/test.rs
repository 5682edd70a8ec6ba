//! `cargo xtask test`: every check there is, the way CI runs it.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::arguments::Choice;
use crate::failure::Failure;
use crate::fuzz;
use crate::page::{self, is_ci, locked};
use crate::place::Place;
use crate::postgresql::Server;
use crate::process;
use crate::setup::{self, Tools};
use crate::steps::Steps;

/// The crates that can have documentation examples: libraries.
const LIBRARIES: [(&str, &str); 3] =
    [("shared", "shared/src"), ("engine", "server/engine/src"), ("server", "server/src")];

/// What `--only` takes for a crate; a file of `tests/tests/` comes next, anything else is a part of a test's name.
const CRATES: [&str; 6] = ["shared", "engine", "server", "frontend", "tests", "xtask"];

/// What `--only` takes for the second pass: with it the other names' tests run on PostgreSQL.
const POSTGRESQL: &str = "postgresql";

/// The files of `tests/tests/` that run on PostgreSQL too.
const ON_BOTH: &str = "(binary(=api) + binary(=scenarios))";

/// Runs the checks, the quick ones first; one that fails does not hide what the others find.
pub(crate) fn run(choice: &Choice) -> Result<(), Failure> {
    let mut steps = Steps::default();
    let result = checks(choice, &mut steps);
    steps.summary();
    let failed = result?;
    if failed.is_empty() {
        eprintln!("\nall checks passed");
        return Ok(());
    }
    Err(Failure::new(failed.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n       ")))
}

/// The failures of the checks; an error when there was no way to come to them.
fn checks(choice: &Choice, steps: &mut Steps) -> Result<Vec<Failure>, Failure> {
    let place = Place::find();
    let all = choice.only.is_empty();
    let tools = steps.step("setup", "what building and testing needs", setup::everything)?;
    let mut results = Vec::new();
    if all {
        let formatting = || process::run(process::cargo(&place).args(["fmt", "--all", "--check"]));
        results.push(steps.step("format", "is everything formatted?", formatting));
    }
    let page = || page::build(&place, tools.page_toolchain);
    steps.step("page", "the front end, compiled to wasm; the server takes it in", page)?;
    if all {
        results.push(steps.step("lints", "clippy on everything", || lints(&place)));
    }
    let (second, only): (Vec<String>, Vec<String>) = choice.only.iter().cloned().partition(|name| name == POSTGRESQL);
    if second.is_empty() {
        let what = if all { "all tests of the workspace" } else { "the tests asked for" };
        let filter = (!all).then(|| expression(&place, &only));
        results
            .push(steps.step("tests", what, || process::run(&mut nextest(&place, &tools, filter.as_deref(), choice))));
    }
    if all || !second.is_empty() {
        let what = "the tests of the API and the scenarios again, on the other database";
        results.push(steps.step("postgresql", what, || on_postgresql(&place, &tools, &only, choice)));
    }
    if all {
        results.push(steps.step("fuzz", "libFuzzer on the engine's decoders, a moment each", || fuzz::briefly(&place)));
        results.push(steps.step("examples", "the examples in the documentation", || examples(&place)));
    }
    Ok(results.into_iter().filter_map(Result::err).collect())
}

fn lints(place: &Place) -> Result<(), Failure> {
    let mut clippy = process::cargo(place);
    clippy.args(["clippy", "--workspace", "--all-targets", "--features", "tests/tools"]).args(locked());
    if is_ci() {
        clippy.args(["--", "-D", "warnings"]);
    }
    process::run(&mut clippy)
}

fn nextest(place: &Place, tools: &Tools, filter: Option<&str>, choice: &Choice) -> Command {
    let mut nextest = process::cargo(place);
    nextest.args(["nextest", "run", "--workspace"]).args(locked());
    nextest.envs(tools.environment.iter().map(|(name, path)| (name, path)));
    nextest.args(filter.iter().flat_map(|filter| ["-E", *filter])).args(&choice.nextest);
    nextest
}

/// Those that are ignored without it run here.
fn on_postgresql(place: &Place, tools: &Tools, names: &[String], choice: &Choice) -> Result<(), Failure> {
    let server = Server::start(place, &tools.postgresql)?;
    let filter = match names {
        [] => ON_BOTH.to_owned(),
        names => format!("{ON_BOTH} & ({})", expression(place, names)),
    };
    let mut nextest = nextest(place, tools, Some(&filter), choice);
    nextest.env("COFRE_TEST_DATABASE", server.address()).env("COFRE_POSTGRESQL", &tools.postgresql);
    process::run(nextest.args(["--run-ignored", "all"]))
}

/// nextest's way to say: all tests of these crates and files, and those whose name contains one of the other words.
fn expression(place: &Place, names: &[String]) -> String {
    let tests = place.root.join("tests/tests");
    let each = names.iter().map(|name| {
        let is_crate = CRATES.contains(&name.as_str());
        let is_file = tests.join(name).join("main.rs").is_file() || tests.join(format!("{name}.rs")).is_file();
        let what = if is_crate {
            "package(="
        } else if is_file {
            "binary(="
        } else {
            "test(~"
        };
        format!("{what}{name})")
    });
    each.collect::<Vec<_>>().join(" + ")
}

/// nextest runs no documentation examples; cargo does, slowly, so only where there are some.
fn examples(place: &Place) -> Result<(), Failure> {
    for (package, folder) in LIBRARIES {
        if has_examples(&place.root.join(folder))? {
            process::run(
                process::cargo(place).args(["test", "--quiet", "--doc", "--package", package]).args(locked()),
            )?;
        }
    }
    Ok(())
}

fn has_examples(folder: &Path) -> Result<bool, Failure> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(false) };
    for entry in entries {
        let path = entry.map_err(|cause| Failure::file("read", folder, &cause))?.path();
        let found = if path.is_dir() {
            has_examples(&path)?
        } else {
            fs::read_to_string(&path).is_ok_and(|text| is_example(&text))
        };
        if found {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A fence in a documentation comment that names no other language.
fn is_example(text: &str) -> bool {
    let mut inside = false;
    for line in text.lines() {
        let line = line.trim_start();
        let Some(line) = line.strip_prefix("///").or_else(|| line.strip_prefix("//!")) else {
            inside = false;
            continue;
        };
        if let Some(language) = line.trim_start().strip_prefix("```") {
            if !inside && ["", "rust", "no_run", "should_panic"].contains(&language.trim()) {
                return true;
            }
            inside = !inside;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_rust_fences_are_examples() {
        assert!(is_example("/// Doubles.\n/// ```\n/// assert_eq!(double(1), 2);\n/// ```\n"));
        assert!(!is_example("//! ```text\n//! a picture\n//! ```\n"));
        assert!(!is_example("let fence = \"```\";"));
    }

    #[test]
    fn names_become_one_expression() {
        let names = ["engine", "tidy", "retention"].map(str::to_owned);
        let wanted = "package(=engine) + binary(=tidy) + test(~retention)";
        assert_eq!(expression(&Place::find(), &names), wanted);
    }
}
