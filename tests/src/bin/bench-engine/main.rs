//! `cargo xtask bench engine`: a machine's disk and its next version, backed up and restored by ours and its peers.
//!
//! The programs take turns on the same images, every one of them in a repository of its own, with the verification that it has by
//! default. Every restore is compared byte for byte, and `restic` and `rustic` read all of our repository in the end. Prints medians, and ratios to `restic`.
//!
//! Environment: `COFRE_BIN`, `COFRE_RESTIC`, `COFRE_RUSTIC`, `COFRE_BORG`, `COFRE_TIME` (GNU time), `COFRE_PACKAGES` (a folder of Debian packages), all
//! set by `cargo xtask`; `COFRE_BENCH_ROUNDS` (3); `COFRE_BENCH_FOLDER` (where everything lies, 15 GiB; `/dev/shm` measures the
//! programs and not the disk).

mod borg;
mod cofre;
mod copy;
mod image;
mod measured;
mod next_version;
mod program;
mod restic;
mod rustic;
mod table;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};

use cofre::Readers;
use image::Images;
use measured::Measured;
use program::Program;
use tests::content;

fn main() -> anyhow::Result<()> {
    let rounds = std::env::var("COFRE_BENCH_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(3);
    let parent = std::env::var_os("COFRE_BENCH_FOLDER").map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = tempfile::tempdir_in(parent)?;
    eprintln!("making the images in {}", folder.path().display());
    let images = Images::make(folder.path(), &named("COFRE_PACKAGES")?)?;
    eprintln!("{images}");
    let programs = programs()?;
    let mut measured = vec![Vec::new(); programs.len()];
    for round in 1..=rounds {
        for (program, measured) in programs.iter().zip(&mut measured) {
            eprintln!("round {round} of {rounds}: {}", program.name());
            let within = folder.path().join("round");
            fs::create_dir(&within)?;
            measured.push(once(program.as_ref(), &within, &images).with_context(|| program.name().to_owned())?);
            fs::remove_dir_all(&within)?;
        }
    }
    let names: Vec<&str> = programs.iter().map(|program| program.name()).collect();
    table::print(&names, &measured)
}

fn programs() -> anyhow::Result<Vec<Box<dyn Program>>> {
    let readers = Readers { by_restic: named("COFRE_RESTIC")?, by_rustic: named("COFRE_RUSTIC")? };
    let Readers { by_restic, by_rustic } = &readers;
    Ok(vec![
        Box::new(restic::Restic::find(by_restic)?),
        Box::new(rustic::Rustic::find(by_rustic, rustic::Chunks::ByContent)?),
        Box::new(rustic::Rustic::find(by_rustic, rustic::Chunks::Fixed)?),
        Box::new(cofre::Cofre::find(readers)?),
        Box::new(borg::Borg::find(named("COFRE_BORG")?)?),
        Box::new(copy::Copy),
    ])
}

/// One round of one program: full, the same once more, the next version, and that one restored.
fn once(program: &dyn Program, within: &Path, images: &Images) -> anyhow::Result<Measured> {
    let mut at = program.prepare(within)?;
    // Every program backs up the same path, which holds one version after the other.
    let disk = within.join("disk.raw");
    images.lay_first(&disk)?;
    let full = program.back_up(&mut at, &disk, None)?;
    let stored_full = at.stored()?;
    let again = program.back_up(&mut at, &disk, None)?;
    let before = at.stored()?;
    images.lay_next(&disk)?;
    let increment = program.back_up(&mut at, &disk, Some(&images.changed))?;
    let stored_increment = at.stored()?.saturating_sub(before);
    let restored = within.join("restored");
    fs::create_dir(&restored)?;
    let (restore, file) = program.restore(&at, &disk, &restored)?;
    ensure!(content::same(&images.next, &file)?, "the restored disk differs");
    program.check(&at)?;
    Ok(Measured { full, again, increment, restore, stored_full, stored_increment })
}

fn named(variable: &str) -> anyhow::Result<PathBuf> {
    std::env::var_os(variable)
        .map(PathBuf::from)
        .with_context(|| format!("{variable} is not set: run `cargo xtask bench engine`"))
}
