//! Between a catalogue and its files: one of the vault, one of each item, so that an item that did not change is not stored again.

use anyhow::Context as _;
use engine::CatalogFile;

use crate::catalogue::content::{Content, FORMAT, ItemEntry, VaultEntry};

const VAULT: &str = "vault.json";
const ITEM: &str = "item-";

/// The files of a catalogue.
pub(super) fn encode(content: &Content) -> serde_json::Result<Vec<CatalogFile>> {
    let mut files = vec![CatalogFile { name: VAULT.to_owned(), bytes: serde_json::to_vec(&content.vault)? }];
    for item in &content.items {
        let name = format!("{ITEM}{}.json", item.id);
        files.push(CatalogFile { name, bytes: serde_json::to_vec(item)? });
    }
    Ok(files)
}

/// Why files are no catalogue that can be read.
#[derive(Debug)]
pub(super) enum Unread {
    /// It was written in a form that this version does not know.
    Newer,
    /// It is not what it should be.
    Damaged(anyhow::Error),
}

/// The catalogue of these files. Files of other names are a later version's.
pub(super) fn decode(files: &[CatalogFile]) -> Result<Content, Unread> {
    #[derive(serde::Deserialize)]
    struct Form {
        format: u32,
    }
    let vault = files.iter().find(|file| file.name == VAULT).with_context(|| format!("there is no {VAULT}"));
    let vault = &vault.map_err(Unread::Damaged)?.bytes;
    if read::<Form>(VAULT, vault)?.format > FORMAT {
        return Err(Unread::Newer);
    }
    let vault: VaultEntry = read(VAULT, vault)?;
    let items = files.iter().filter(|file| file.name.starts_with(ITEM));
    let items = items.map(|file| read::<ItemEntry>(&file.name, &file.bytes)).collect::<Result<_, _>>()?;
    Ok(Content { vault, items })
}

fn read<T: serde::de::DeserializeOwned>(name: &str, bytes: &[u8]) -> Result<T, Unread> {
    serde_json::from_slice(bytes).with_context(|| name.to_owned()).map_err(Unread::Damaged)
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use shared::id::VaultId;
    use shared::vault::Redundancy;
    use uuid::Uuid;

    use super::*;

    fn content(format: u32) -> Content {
        let vault = VaultEntry {
            format,
            id: VaultId::new(Uuid::from_u128(1)),
            name: "prod".to_owned(),
            subscription: "Default".to_owned(),
            resource_group: "default".to_owned(),
            location: "North".to_owned(),
            redundancy: Redundancy::LocallyRedundant,
            created_at: DateTime::UNIX_EPOCH,
            policies: Vec::new(),
        };
        Content { vault, items: Vec::new() }
    }

    #[test]
    fn should_read_what_it_writes_beside_what_it_does_not_know() {
        let mut files = encode(&content(FORMAT)).unwrap();
        files.push(CatalogFile { name: "alerts.json".to_owned(), bytes: b"?".to_vec() });
        assert_eq!(decode(&files).unwrap(), content(FORMAT));
    }

    #[test]
    fn should_tell_a_newer_form_from_a_damaged_one() {
        let mut files = encode(&content(FORMAT + 1)).unwrap();
        assert!(matches!(decode(&files), Err(Unread::Newer)));
        files[0].bytes.truncate(20);
        assert!(matches!(decode(&files), Err(Unread::Damaged(_))));
        assert!(matches!(decode(&[]), Err(Unread::Damaged(_))));
    }
}
