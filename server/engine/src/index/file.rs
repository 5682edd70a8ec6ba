//! Reading one file of `index/`.

use crate::core::Core;
use crate::fault::{Damage, ReadError};
use crate::format::{Id, IndexFile, open_document};
use crate::store::{FileKind, StoreError};

/// What an index file says; `None` when it is not there.
pub(crate) fn read_file(core: &Core, id: Id) -> Result<Option<IndexFile>, ReadError> {
    let name = FileKind::Index.file(id);
    let mut bytes = match core.store().get(name) {
        Ok(bytes) => bytes,
        Err(StoreError::Missing { .. }) => return Ok(None),
        Err(error) => return Err(ReadError::from_store(error)),
    };
    if Id::of(&bytes) != id {
        return Err(Damage::new(name, "its name is not the hash of its bytes").into());
    }
    open_document(core.sealer(), &mut bytes)
        .and_then(|json| IndexFile::decode(&json))
        .map(Some)
        .map_err(|error| ReadError::from_format(name, &error))
}
