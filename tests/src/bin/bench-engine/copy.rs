//! `cp`, which keeps whole copies: what moving the bytes alone costs.

use std::fs;
use std::path::{Path, PathBuf};

use crate::measured::Cost;
use crate::next_version::Change;
use crate::program::{Place, Program, measure};

pub(crate) struct Copy;

fn copies(at: &Place) -> std::io::Result<usize> {
    Ok(fs::read_dir(&at.repository)?.count())
}

fn copy(at: &Place, from: &Path, to: &Path) -> anyhow::Result<Cost> {
    measure(at.command(Path::new("cp")).arg("--sparse=always").arg(from).arg(to), &at.folder)
}

impl Program for Copy {
    fn name(&self) -> &'static str {
        "cp"
    }

    fn prepare(&self, within: &Path) -> anyhow::Result<Place> {
        let at = Place::new(within)?;
        fs::create_dir(&at.repository)?;
        Ok(at)
    }

    fn back_up(&self, at: &mut Place, disk: &Path, _: Option<&[Change]>) -> anyhow::Result<Cost> {
        let number = copies(at)? + 1;
        copy(at, disk, &at.repository.join(number.to_string()))
    }

    fn restore(&self, at: &Place, _: &Path, into: &Path) -> anyhow::Result<(Cost, PathBuf)> {
        let (newest, file) = (at.repository.join(copies(at)?.to_string()), into.join("disk.raw"));
        Ok((copy(at, &newest, &file)?, file))
    }

    fn check(&self, _: &Place) -> anyhow::Result<()> {
        Ok(())
    }
}
