//! `cofre vault read`.

use std::io::{self, Write as _};

use anyhow::ensure;
use engine::{NoProgress, PointId};

use crate::commands::vault::arguments::Common;

/// Written at a time, in bytes.
const PIECE_BYTES: u64 = 1 << 20;

pub(super) fn read(
    common: &Common,
    (point, disk): (PointId, &str),
    (offset, length): (u64, Option<u64>),
) -> anyhow::Result<()> {
    let vault = common.open()?;
    let disk = vault.open_disk(point, disk, &NoProgress)?;
    let size = disk.size();
    let end = length.map_or(Some(size), |length| offset.checked_add(length));
    let end = end.filter(|end| offset <= *end && *end <= size);
    ensure!(end.is_some(), "the disk ends at {size}: choose an offset and a length before that");
    let (mut at, end) = (offset, end.unwrap_or(size));
    let mut out = io::stdout().lock();
    let mut piece = Vec::new();
    while at < end {
        piece.resize(usize::try_from(PIECE_BYTES.min(end - at))?, 0);
        disk.read_at(at, &mut piece)?;
        out.write_all(&piece)?;
        at += piece.len() as u64;
    }
    out.flush()?;
    Ok(())
}
