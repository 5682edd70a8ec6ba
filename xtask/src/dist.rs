//! `cargo xtask dist`: the archive that people download, the same bytes from the same commit.

use std::fs;
use std::path::Path;

use crate::failure::Failure;
use crate::place::Place;
use crate::process;
use crate::steps::Steps;
use crate::{page, server, setup};

/// What goes beside the program.
const PAPERS: [&str; 2] = ["LICENSE", "README.md"];

/// Builds and packs.
pub(crate) fn run() -> Result<(), Failure> {
    let place = Place::find();
    if let Some(paper) = PAPERS.iter().find(|paper| !place.root.join(paper).is_file()) {
        return Err(Failure::new(format!("{paper} is missing; a release needs it")));
    }
    let mut steps = Steps::default();
    let toolchain = steps.step("setup", "what building needs", setup::for_page)?;
    steps.step("page", "the front end, compiled to wasm", || page::build(&place, toolchain))?;
    let binary = steps.step("server", "the release binary, with the page inside", || server::build(&place))?;
    let archive = steps.step("archive", "the program with licence and README", || pack(&place, &binary))?;
    steps.summary();
    eprintln!("\n{archive}");
    Ok(())
}

fn pack(place: &Place, binary: &Path) -> Result<String, Failure> {
    let name = format!("cofre-{}-{}", version(place)?, triple(place)?);
    let out = place.target.join("dist-package");
    let folder = out.join(&name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|cause| Failure::file("create", &folder, &cause))?;
    let papers = PAPERS.iter().map(|paper| place.root.join(paper));
    for file in papers.chain([binary.to_owned()]) {
        let copy = folder.join(file.file_name().unwrap_or_default());
        fs::copy(&file, &copy).map_err(|cause| Failure::file("write", &copy, &cause))?;
    }
    let archive = format!("{name}.tar.gz");
    // Neither order, nor owner, nor mode, nor time may depend on this machine.
    let mut tar = process::program(place, "tar");
    tar.current_dir(&out);
    tar.args([
        "--sort=name",
        "--mode=u=rwX,go=rX",
        "--owner=0",
        "--group=0",
        "--numeric-owner",
        &format!("--mtime=@{}", commit_time(place)),
        "-czf",
    ]);
    process::run(tar.args([&archive, &name]))?;
    let sum = process::output(process::program(place, "sha256sum").arg(&archive).current_dir(&out));
    let sum = sum.ok_or_else(|| Failure::new("sha256sum failed"))?;
    let sums = out.join(format!("{archive}.sha256"));
    fs::write(&sums, format!("{sum}\n")).map_err(|cause| Failure::file("write", &sums, &cause))?;
    Ok(out.join(archive).display().to_string())
}

fn version(place: &Place) -> Result<String, Failure> {
    // "path+file:///…/server#0.1.0"
    let id = process::output(process::cargo(place).args(["pkgid", "--package", "server"]));
    let version = id.as_deref().and_then(|id| id.rsplit_once(['#', '@'])).map(|(_, version)| version.to_owned());
    version.ok_or_else(|| Failure::new("cargo does not tell the server's version"))
}

fn triple(place: &Place) -> Result<String, Failure> {
    let about = process::output(process::program(place, "rustc").arg("-vV")).unwrap_or_default();
    let host = about.lines().find_map(|line| line.strip_prefix("host: ").map(str::to_owned));
    host.ok_or_else(|| Failure::new("rustc does not tell this machine's triple"))
}

fn commit_time(place: &Place) -> String {
    process::output(process::program(place, "git").args(["log", "-1", "--format=%ct"]))
        .unwrap_or_else(|| "0".to_owned())
}
