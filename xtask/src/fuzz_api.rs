//! `cargo xtask fuzz-api`: random requests to a running server by a program that is not ours.

use std::process::Stdio;

use crate::failure::Failure;
use crate::page::{self, locked};
use crate::place::Place;
use crate::process;
use crate::server;
use crate::setup;

/// Builds the server in release mode and lets schemathesis loose on it.
pub(crate) fn run() -> Result<(), Failure> {
    let place = Place::find();
    let schemathesis = setup::schemathesis()?;
    let toolchain = setup::for_page()?;
    page::build(&place, toolchain)?;
    let cofre = server::build(&place)?;
    let mut fuzz = process::cargo(&place);
    fuzz.env("COFRE_BIN", cofre).env("COFRE_SCHEMATHESIS", schemathesis);
    fuzz.args(["run", "--package", "tests", "--features", "tools", "--bin", "fuzz-api"]).args(locked());
    process::run(fuzz.stdin(Stdio::inherit()))
}
