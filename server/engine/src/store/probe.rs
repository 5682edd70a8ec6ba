//! Trying out whether a store keeps its word, before a vault is trusted to it.

use aws_lc_rs::rand;

use crate::format::Id;
use crate::store::{FileKind, FileName, Store, StoreError, delete_if_there};

const BYTES: usize = 1024;

/// What a store does that no vault can live with.
#[derive(Debug, thiserror::Error)]
pub enum ProbeError {
    /// It could not be tried out: not reached, not written, full.
    #[error("the store could not be tried out")]
    Store(#[from] StoreError),
    /// It writes over what is there.
    #[error(
        "the store writes over a file that is there; it needs conditional writes (If-None-Match), which later versions of most servers have"
    )]
    WritesOver,
    /// What it gives back is not what was written.
    #[error("the store does not give back what was written; look at its disks and at what stands before it")]
    OtherBytes,
    /// A range is not the range that was asked for.
    #[error("the store answers other ranges than those that are asked for; a proxy before it may be the reason")]
    OtherRanges,
    /// A listing lacks what was written, or names what was deleted.
    #[error("the store's listings lag behind what is written and deleted; it needs to list consistently")]
    ListsLate,
    /// A deleted file is still there.
    #[error("the store keeps files that were deleted; turn off what holds them back (versions, retention, read-only)")]
    KeepsDeleted,
    /// No random file could be made.
    #[error("the system gives no random numbers")]
    Random,
}

/// Writes, reads, lists and deletes a small file of its own.
pub fn probe(store: &dyn Store) -> Result<(), ProbeError> {
    let mut content = [0; BYTES];
    rand::fill(&mut content).map_err(|_| ProbeError::Random)?;
    let name = FileKind::Probe.file(Id::of(&content));
    let tried = try_out(store, name, &content);
    // Whatever came of it; what stays is small, and nothing looks at it.
    let _ = delete_if_there(store, name);
    tried
}

fn try_out(store: &dyn Store, name: FileName, content: &[u8]) -> Result<(), ProbeError> {
    store.put(name, content)?;
    let mut other = content.to_vec();
    other.reverse();
    match store.put(name, &other) {
        Err(StoreError::Exists { .. }) => {}
        Ok(()) => return Err(ProbeError::WritesOver),
        Err(error) => return Err(error.into()),
    }
    if store.get(name)? != content || store.head(name)? != content.len() as u64 {
        return Err(ProbeError::OtherBytes);
    }
    try_ranges(store, name, content)?;
    let listed = |store: &dyn Store| store.list(FileKind::Probe).map(|all| all.iter().any(|(id, _)| *id == name.id));
    if !listed(store)? {
        return Err(ProbeError::ListsLate);
    }
    store.delete(name)?;
    match store.head(name) {
        Err(StoreError::Missing { .. }) => {}
        Ok(_) => return Err(ProbeError::KeepsDeleted),
        Err(error) => return Err(error.into()),
    }
    if listed(store)? { Err(ProbeError::ListsLate) } else { Ok(()) }
}

fn try_ranges(store: &dyn Store, name: FileName, content: &[u8]) -> Result<(), ProbeError> {
    let (from, length) = (BYTES / 2 + 1, 100);
    let mut part = vec![0; length];
    store.get_range(name, from as u64, &mut part)?;
    let past_the_end = store.get_range(name, (BYTES - length + 1) as u64, &mut vec![0; length]);
    match past_the_end {
        Err(StoreError::TooShort { .. }) if part == content[from..from + length] => Ok(()),
        Err(error) if !matches!(error, StoreError::TooShort { .. }) => Err(error.into()),
        _ => Err(ProbeError::OtherRanges),
    }
}
