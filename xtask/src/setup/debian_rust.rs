//! Debian's own Rust as a second toolchain, with a wasm standard library that we build once.
//!
//! Debian packages the compiler with the sources of the standard library, but no compiled one for wasm. It has to be
//! compiled by that very compiler, so it is built again whenever Debian updates it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use super::wasm_target::TARGET;
use super::{apt, as_root, installing, present};
use crate::failure::Failure;
use crate::place::Place;
use crate::process;
use crate::steps::seconds;

/// What rustup calls it.
pub(super) const TOOLCHAIN: &str = "debian";

const PACKAGES: [&str; 7] =
    ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "rust-web-clippy", "rustfmt-web", "lld-22"];

const SEED_MANIFEST: &str = "\
[package]\nname = \"seed\"\nversion = \"0.0.0\"\nedition = \"2024\"\n
[lib]\npath = \"seed.rs\"\n
[profile.release]\ncodegen-units = 1\n
[workspace]\n";

/// Installs the packages, builds the wasm standard library, and tells rustup.
pub(super) fn ensure(place: &Place) -> Result<(), Failure> {
    ensure_packages(place)?;
    ensure_std(place)?;
    ensure_link(place)
}

fn ensure_packages(place: &Place) -> Result<(), Failure> {
    let missing: Vec<&str> = PACKAGES.into_iter().filter(|package| !apt::is_installed(place, package)).collect();
    if missing.is_empty() {
        present("Debian's Rust", &version(place).unwrap_or_default());
        return Ok(());
    }
    installing("Debian's Rust", &format!("installing {} for compiling the page", missing.join(" ")));
    apt::install(place, &missing)
}

fn ensure_std(place: &Place) -> Result<(), Failure> {
    let version = version(place).ok_or_else(|| Failure::new("Debian's /usr/bin/rustc does not start"))?;
    let lib = process::output(rustc(place).args(["--print", "target-libdir", "--target", TARGET])).map(PathBuf::from);
    let lib = lib.ok_or_else(|| Failure::new(format!("Debian's rustc does not know {TARGET}")))?;
    let stamp = lib.join("built-for-cofre");
    if fs::read_to_string(&stamp).is_ok_and(|built| built == version) {
        present("Debian's wasm standard library", &lib.display().to_string());
        return Ok(());
    }
    installing(
        "Debian's wasm standard library",
        &format!("building it from Debian's sources into {}, once", lib.display()),
    );
    let start = Instant::now();
    let seed = place.tools.join(format!("wasm-std.{}", std::process::id()));
    let built = build_std(place, &seed, &version).and_then(|libraries| install_std(place, &libraries, &lib));
    let _ = fs::remove_dir_all(&seed);
    built?;
    installing("Debian's wasm standard library", &format!("built after {}", seconds(start.elapsed())));
    Ok(())
}

/// Compiles a crate with nothing in it, and with it the standard library; gives the files to keep, the stamp last.
fn build_std(place: &Place, seed: &Path, version: &str) -> Result<Vec<PathBuf>, Failure> {
    let write = |name: &str, text: &str| {
        let path = seed.join(name);
        fs::write(&path, text).map_err(|cause| Failure::file("write", &path, &cause)).map(|()| path)
    };
    fs::create_dir_all(seed).map_err(|cause| Failure::file("create", seed, &cause))?;
    write("Cargo.toml", SEED_MANIFEST)?;
    write("seed.rs", "#![no_std]\n")?;
    let stamp = write("built-for-cofre", version)?;

    let mut cargo = debian(place, "cargo");
    cargo
        .args([
            "build",
            "--quiet",
            "--release",
            "-Zbuild-std=std,panic_abort,test",
            "--target",
            TARGET,
            "--target-dir",
            "target",
        ])
        .current_dir(seed)
        // The standard library needs what is otherwise kept for nightly compilers; the page is built without.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Cembed-bitcode=yes");
    process::run(&mut cargo)?;

    let deps = seed.join("target").join(TARGET).join("release/deps");
    let entries = fs::read_dir(&deps).map_err(|cause| Failure::file("read", &deps, &cause))?;
    let mut libraries: Vec<PathBuf> =
        entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).filter(|path| is_std(path)).collect();
    libraries.push(stamp);
    Ok(libraries)
}

fn is_std(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.extension().is_some_and(|extension| extension == "rlib") && !name.starts_with("libseed")
}

fn install_std(place: &Place, files: &[PathBuf], lib: &Path) -> Result<(), Failure> {
    let lib = lib.to_string_lossy();
    let files: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
    as_root(place, &["rm", "-rf", &lib])?;
    let mut words = vec!["install", "-D", "-m", "644", "-t", &lib];
    words.extend(files.iter().map(AsRef::as_ref));
    as_root(place, &words)
}

fn ensure_link(place: &Place) -> Result<(), Failure> {
    // Without rustup, the Rust on the PATH is Debian's already.
    if process::find(place, "rustup").is_none() {
        return Ok(());
    }
    let mut linked = process::program(place, "rustup");
    linked.args(["run", TOOLCHAIN, "rustc", "--version"]).env_remove("LD_LIBRARY_PATH");
    if process::output(&mut linked) == version(place) {
        present("rustup's toolchain `debian`", "/usr");
        return Ok(());
    }
    installing("rustup's toolchain `debian`", "linking it to /usr, so that the page's build can ask for it");
    process::run(process::program(place, "rustup").args(["toolchain", "link", TOOLCHAIN, "/usr"]))
}

fn version(place: &Place) -> Option<String> {
    process::output(rustc(place).arg("--version"))
}

fn rustc(place: &Place) -> Command {
    debian(place, "rustc")
}

/// A program of Debian's Rust, which finds only its like.
fn debian(place: &Place, name: &str) -> Command {
    let mut command = process::program(place, Path::new("/usr/bin").join(name));
    let path = std::env::var("PATH").unwrap_or_default();
    command.env("PATH", format!("/usr/bin:{path}")).env_remove("LD_LIBRARY_PATH").env_remove("CARGO_TARGET_DIR");
    for variable in ["RUSTUP_TOOLCHAIN", "RUSTC", "RUSTC_WRAPPER"] {
        command.env_remove(variable);
    }
    command
}
