//! Reading a catalogue.

use crate::catalog::{Catalog, CatalogError, CatalogFile, FOLDER};
use crate::core::Core;
use crate::fault::ReadError;
use crate::format::{BlobKind, FormatError, Node, NodeKind};
use crate::index;

/// All files of a catalogue, by name.
pub(crate) fn read(core: &Core, catalog: &Catalog) -> Result<Vec<CatalogFile>, CatalogError> {
    let files = match read_files(core, catalog) {
        // Someone else may have written it, or moved what the map in memory still sees in its old place.
        Err(ReadError::Damaged(_)) => {
            index::refresh(core)?;
            read_files(core, catalog)
        }
        other => other,
    };
    Ok(files?)
}

fn read_files(core: &Core, catalog: &Catalog) -> Result<Vec<CatalogFile>, ReadError> {
    let root = core.read_tree(catalog.tree)?;
    let folder =
        root.subtree(FOLDER).map_err(|error| ReadError::from_format(format!("catalogue {}", catalog.id), &error))?;
    core.read_tree(folder)?.nodes.into_iter().map(|node| read_file(core, node)).collect()
}

fn read_file(core: &Core, node: Node) -> Result<CatalogFile, ReadError> {
    let malformed = |what| ReadError::from_format("a file of the catalogue", &FormatError::malformed("tree", what));
    let name = String::from_utf8(node.name).map_err(|_| malformed("a name that is no text"))?;
    let NodeKind::File { content, .. } = node.kind else { return Err(malformed("not a file")) };
    let mut bytes = Vec::new();
    for id in content {
        bytes.append(&mut core.read_blob(BlobKind::Data, id)?);
    }
    Ok(CatalogFile { name, bytes })
}
