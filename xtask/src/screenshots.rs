//! `cargo xtask screenshots`: pictures of the page, for people to look at.

use std::process::Stdio;

use crate::failure::Failure;
use crate::page::{self, locked};
use crate::place::Place;
use crate::process;
use crate::setup;

/// Builds what is needed and takes them, into this folder or `target/screenshots`.
pub(crate) fn run(folder: Option<&str>) -> Result<(), Failure> {
    let place = Place::find();
    let tools = setup::everything()?;
    page::build(&place, tools.page_toolchain)?;
    let usual = place.target.join("screenshots").display().to_string();
    let mut take = process::cargo(&place);
    take.envs(tools.environment)
        .args(["run", "--package", "tests", "--features", "tools", "--bin", "screenshots"])
        .args(locked());
    process::run(take.args(["--", folder.unwrap_or(&usual)]).stdin(Stdio::inherit()))
}
