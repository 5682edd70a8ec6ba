//! `cargo xtask run`: the product on this machine, from the sources to a served page.

use std::os::unix::process::CommandExt;
use std::process::Stdio;

use crate::failure::Failure;
use crate::place::Place;
use crate::process;
use crate::steps::Steps;
use crate::{page, server, setup};

/// Builds everything and becomes the server, so that signals reach it directly.
pub(crate) fn run(server_arguments: &[String]) -> Result<(), Failure> {
    let place = Place::find();
    let mut steps = Steps::default();
    let toolchain = steps.step("setup", "what building and serving needs", setup::for_run)?;
    steps.step("page", "the front end, compiled to wasm", || page::build(&place, toolchain))?;
    let binary = steps.step("server", "the release binary, with the page inside", || server::build(&place))?;
    eprintln!();
    let mut serve = process::program(&place, &binary);
    serve.arg("serve").args(server_arguments).stdin(Stdio::inherit());
    let cause = serve.exec();
    Err(Failure::new(format!("cannot start {}: {cause}", binary.display())))
}
