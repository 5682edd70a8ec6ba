//! A Rust that can compile for wasm: the ordinary one, or Debian's where rustup's server is out of reach.

use std::env;
use std::process::Command;

use super::{debian_rust, installing, present};
use crate::failure::Failure;
use crate::place::Place;
use crate::process;

/// The target of the page.
pub(super) const TARGET: &str = "wasm32-unknown-unknown";

const VARIABLE: &str = "COFRE_WASM_TOOLCHAIN";

/// Which Rust compiles the page. Everything native is always compiled by the ordinary one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PageToolchain {
    /// The one that compiles everything else.
    Ordinary,
    /// Debian's packages, known to rustup as `debian`.
    Debian,
}

impl PageToolchain {
    /// Makes a program, and every cargo that it starts, use this toolchain.
    pub(crate) fn apply(self, command: &mut Command) {
        if self == Self::Debian {
            // The ordinary toolchain's libraries must not be found by Debian's compiler.
            command.env("RUSTUP_TOOLCHAIN", debian_rust::TOOLCHAIN).env_remove("LD_LIBRARY_PATH");
        }
    }
}

/// Finds or makes a Rust with the wasm target.
pub(super) fn ensure(place: &Place) -> Result<PageToolchain, Failure> {
    match env::var(VARIABLE).as_deref() {
        Ok("debian") => return debian_rust::ensure(place).map(|()| PageToolchain::Debian),
        Ok("") | Err(_) => {}
        Ok(other) => {
            return Err(Failure::new(format!("{VARIABLE} is {other:?}; the only value it knows is \"debian\"")));
        }
    }
    if is_in_ordinary(place) {
        present(TARGET, "in the ordinary toolchain");
        return Ok(PageToolchain::Ordinary);
    }
    if process::find(place, "rustup").is_some() {
        installing(TARGET, "not here; asking rustup for it, since the page is compiled to wasm");
        let added = process::run(process::program(place, "rustup").args(["target", "add", TARGET]));
        if added.is_ok() && is_in_ordinary(place) {
            return Ok(PageToolchain::Ordinary);
        }
    }
    installing(TARGET, "rustup cannot add it; Debian's Rust stands in for the page, and for nothing else");
    debian_rust::ensure(place).map(|()| PageToolchain::Debian)
}

fn is_in_ordinary(place: &Place) -> bool {
    let mut rustc = process::program(place, "rustc");
    let Some(folder) = process::output(rustc.args(["--print", "target-libdir", "--target", TARGET])) else {
        return false;
    };
    std::fs::read_dir(folder).is_ok_and(|mut entries| {
        entries.any(|entry| entry.is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with("libstd-")))
    })
}
