//! Reading one file of `index/`.

use crate::core::Core;
use crate::fault::ReadError;
use crate::format::{Id, IndexFile};
use crate::store::FileKind;

/// What an index file says; `None` when it is not there.
pub(crate) fn read_file(core: &Core, id: Id) -> Result<Option<IndexFile>, ReadError> {
    let name = FileKind::Index.file(id);
    let Some(json) = core.read_document(name)? else { return Ok(None) };
    IndexFile::decode(&json).map(Some).map_err(|error| ReadError::from_format(name, &error))
}
