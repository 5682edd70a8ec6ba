//! Making the map equal to the files in `index/`.

use crate::core::Core;
use crate::fault::{Damage, ReadError};
use crate::format::{Id, IdSet, IndexFile};
use crate::index::{Index, read_file};
use crate::store::FileKind;

/// How often the listing is taken again when a listed file is gone: someone is rewriting the index.
const ATTEMPTS: usize = 4;

/// Loads index files that the map lacks. When one that it was built from is gone, builds it anew. Answers the damaged files,
/// which are left out: reading goes on without them, writing must not.
pub(crate) fn refresh(core: &Core) -> Result<Vec<Damage>, ReadError> {
    let _one_at_a_time = core.index_refresh();
    for attempt in 1..=ATTEMPTS {
        let listed: IdSet = list(core)?;
        let known: IdSet = core.index().files().clone();
        let rebuild = !known.is_subset(&listed);
        let wanted: Vec<Id> = listed.into_iter().filter(|id| rebuild || !known.contains(id)).collect();
        if let Some((files, damages)) = load(core, &wanted, attempt == ATTEMPTS)? {
            publish(core, &files, rebuild);
            return Ok(damages);
        }
    }
    Ok(Vec::new())
}

/// Whether all files are there that the map was built from. While a lock is held nobody may take one away.
pub(crate) fn stands(core: &Core) -> Result<bool, ReadError> {
    let _one_at_a_time = core.index_refresh();
    let listed = list(core)?;
    Ok(core.index().files().is_subset(&listed))
}

fn list(core: &Core) -> Result<IdSet, ReadError> {
    let files = core.store().list(FileKind::Index).map_err(ReadError::from_store)?;
    Ok(files.into_iter().map(|(id, _)| id).collect())
}

type Loaded = (Vec<(Id, IndexFile)>, Vec<Damage>);

/// `None` when a listed file is gone and the listing should be taken again.
fn load(core: &Core, wanted: &[Id], last_attempt: bool) -> Result<Option<Loaded>, ReadError> {
    let mut files = Vec::with_capacity(wanted.len());
    let mut damages = Vec::new();
    for &id in wanted {
        match read_file(core, id) {
            Ok(Some(file)) => files.push((id, file)),
            Ok(None) if !last_attempt => return Ok(None),
            Ok(None) => damages.push(Damage::new(FileKind::Index.file(id), "the file is missing")),
            Err(ReadError::Damaged(damage)) => damages.push(damage),
            Err(error) => return Err(error),
        }
    }
    Ok(Some((files, damages)))
}

fn publish(core: &Core, files: &[(Id, IndexFile)], rebuild: bool) {
    if rebuild {
        let mut fresh = Index::default();
        for (id, file) in files {
            fresh.add_file(*id, file);
        }
        core.replace_index(fresh);
        return;
    }
    let mut index = core.index_mut();
    for (id, file) in files {
        index.add_file(*id, file);
    }
}
