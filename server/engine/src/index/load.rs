//! Making the map equal to the files in `index/`.

use std::sync::Arc;

use crate::core::Core;
use crate::fault::{Damage, ReadError};
use crate::format::{Id, IdSet, IndexFile, Sealer};
use crate::index::cache::Cache;
use crate::index::shelf::Shelf;
use crate::index::{Index, read_file, shelf_writer};
use crate::store::FileKind;

/// How often the listing is taken again when a listed file is gone: someone is rewriting the index.
const ATTEMPTS: usize = 4;
/// More shelves than these become one: a blob that the vault has not is looked for on each of them.
const SHELVES_MAX: usize = 4;

/// The map as an earlier process left it on its shelves.
pub(crate) fn open(cache: &Cache, sealer: &Sealer) -> Index {
    let mut shelves: Vec<Shelf> = Vec::new();
    for path in cache.left() {
        match Shelf::open(&path, sealer) {
            Ok(shelf) => shelves.push(shelf),
            // Torn, of another version, or not ours: the vault's own files say the same.
            Err(_) => drop(std::fs::remove_file(&path)),
        }
    }
    shelves.sort_by_key(|shelf| std::cmp::Reverse(shelf.about.files.len()));
    let mut files = IdSet::default();
    let mut kept = Vec::new();
    for shelf in shelves {
        // Shelves that had become one, right before the end of that process.
        if shelf.about.files.iter().any(|file| files.contains(file)) {
            shelf.withdraw();
        } else {
            files.extend(shelf.about.files.iter().copied());
            kept.push(Arc::new(shelf));
        }
    }
    Index::of_shelves(kept)
}

/// Loads index files that the map lacks. When one that it was built from is gone, drops what came from there and loads the
/// rest of it anew. Answers the damaged files, which are left out: reading goes on without them, writing must not.
pub(crate) fn refresh(core: &Core) -> Result<Vec<Damage>, ReadError> {
    let _one_at_a_time = core.index_refresh();
    for attempt in 1..=ATTEMPTS {
        let listed = list(core)?;
        let mut fresh = without_gone(core, &listed);
        let known = fresh.as_ref().map_or_else(|| core.index().files().clone(), |fresh| fresh.files().clone());
        let wanted: Vec<Id> = listed.difference(&known).copied().collect();
        let loaded = load(core, &wanted, attempt == ATTEMPTS, &mut |id, file| match &mut fresh {
            Some(fresh) => add(core, fresh, id, file),
            None => add(core, &mut core.index_mut(), id, file),
        })?;
        if let Some(fresh) = fresh {
            replace(core, fresh, loaded.is_some());
        }
        let Some(damages) = loaded else { continue };
        merge(core);
        return Ok(damages);
    }
    Ok(Vec::new())
}

/// Whether all files are there that the map was built from. While a lock is held nobody may take one away.
pub(crate) fn stands(core: &Core) -> Result<bool, ReadError> {
    let _one_at_a_time = core.index_refresh();
    let listed = list(core)?;
    Ok(core.index().files().is_subset(&listed))
}

/// Puts what is in memory on a shelf once there is much of it. Without room for one it stays in memory.
pub(crate) fn shelve_if_large(core: &Core, index: &mut Index) {
    if index.in_memory() >= core.index_memory() {
        let _ = index.shelve(core.index_cache(), core.sealer());
    }
}

fn list(core: &Core) -> Result<IdSet, ReadError> {
    let files = core.store().list(FileKind::Index).map_err(ReadError::from_store)?;
    Ok(files.into_iter().map(|(id, _)| id).collect())
}

/// A map of the shelves that still count, when something that the map was built from is gone.
fn without_gone(core: &Core, listed: &IdSet) -> Option<Index> {
    let index = core.index();
    let stands =
        |shelf: &Arc<Shelf>| !shelf.is_withdrawn() && shelf.about.files.iter().all(|file| listed.contains(file));
    if index.files().is_subset(listed) && index.shelves().iter().all(stands) {
        return None;
    }
    Some(Index::of_shelves(index.shelves().iter().filter(|shelf| stands(shelf)).cloned().collect()))
}

/// Puts the new map in the place of the old one, or gives it up. Shelves that are only in the one that goes are withdrawn.
fn replace(core: &Core, mut fresh: Index, complete: bool) {
    let mut index = core.index_mut();
    if complete {
        std::mem::swap(&mut *index, &mut fresh);
    }
    let gone = fresh.shelves().iter().filter(|shelf| !index.shelves().iter().any(|kept| Arc::ptr_eq(kept, shelf)));
    for shelf in gone {
        shelf.withdraw();
    }
}

fn add(core: &Core, index: &mut Index, id: Id, file: &IndexFile) {
    index.add_file(id, file);
    shelve_if_large(core, index);
}

/// `None` when a listed file is gone and the listing should be taken again.
fn load(
    core: &Core,
    wanted: &[Id],
    last_attempt: bool,
    add: &mut dyn FnMut(Id, &IndexFile),
) -> Result<Option<Vec<Damage>>, ReadError> {
    let mut damages = Vec::new();
    for &id in wanted {
        match read_file(core, id) {
            Ok(Some(file)) => add(id, &file),
            Ok(None) if !last_attempt => return Ok(None),
            Ok(None) => damages.push(Damage::new(FileKind::Index.file(id), "the file is missing")),
            Err(ReadError::Damaged(damage)) => damages.push(damage),
            Err(error) => return Err(error),
        }
    }
    Ok(Some(damages))
}

/// Makes one shelf of many, while others go on looking things up.
fn merge(core: &Core) {
    let shelves = core.index().shelves().to_vec();
    if shelves.len() > SHELVES_MAX
        && let Ok(merged) = shelf_writer::merge(core.index_cache(), core.sealer(), &shelves)
    {
        core.index_mut().replace_shelves(&shelves, merged);
    }
}
