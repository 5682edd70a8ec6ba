//! The codec by itself: everything comes back, and garbage is an error.

#![allow(clippy::unwrap_used)]

use engine::format::{
    BlobKind, Config, Id, IndexBlob, IndexFile, IndexPack, KeyFile, LockFile, MasterKey, NodeKind, PackEntry,
    SEAL_BYTES, Sealer, SnapshotFile, Tree, TreeWriter, decode_header, encode_header, header_length, open_document,
    pack_bytes, seal_document,
};
use proptest::collection::vec;
use proptest::prelude::*;

fn sealer() -> Sealer {
    Sealer::new(&MasterKey::generate().unwrap()).unwrap()
}

fn id() -> impl Strategy<Value = Id> {
    any::<[u8; 32]>().prop_map(Id::from_bytes)
}

/// A blob without its place in the pack: kind, id, sealed length, plain length when compressed.
fn blob() -> impl Strategy<Value = (bool, Id, u32, Option<u32>)> {
    (any::<bool>(), id(), 32_u32..100_000, proptest::option::of(1_u32..1_000_000))
}

fn entries(blobs: Vec<(bool, Id, u32, Option<u32>)>) -> Vec<PackEntry> {
    let mut offset = 0;
    blobs
        .into_iter()
        .map(|(is_tree, id, length, raw_length)| {
            let kind = if is_tree { BlobKind::Tree } else { BlobKind::Data };
            let entry = PackEntry { id, kind, offset, length, raw_length };
            offset += length;
            entry
        })
        .collect()
}

proptest! {
    #[test]
    fn sealed_bytes_come_back_and_every_changed_bit_is_noticed(plain in vec(any::<u8>(), 0..3000), bit in any::<usize>()) {
        let sealer = sealer();
        let mut sealed = b"before".to_vec();
        sealer.seal_into(&plain, &mut sealed).unwrap();
        let mut sealed = sealed.split_off(6);
        prop_assert_eq!(sealed.len(), plain.len() + SEAL_BYTES);
        let mut changed = sealed.clone();
        let bit = bit % (changed.len() * 8);
        changed[bit / 8] ^= 1 << (bit % 8);
        prop_assert!(sealer.open_in_place(&mut changed).is_err());
        prop_assert!(sealer.open_in_place(&mut sealed.clone()[..bit / 8]).is_err());
        prop_assert_eq!(&sealer.open_in_place(&mut sealed).unwrap()[..], &plain[..]);
    }

    #[test]
    fn documents_come_back(json in "\\{\"a\":\"[a-z ]{0,2000}\"\\}") {
        let sealer = sealer();
        let mut sealed = seal_document(&sealer, json.as_bytes()).unwrap();
        prop_assert_eq!(open_document(&sealer, &mut sealed).unwrap(), json.as_bytes());
    }

    #[test]
    fn garbage_in_an_authentic_document_is_an_error_or_json(plain in vec(any::<u8>(), 0..200)) {
        let sealer = sealer();
        let mut sealed = Vec::new();
        sealer.seal_into(&plain, &mut sealed).unwrap();
        if let Ok(json) = open_document(&sealer, &mut sealed) {
            prop_assert!(plain.first() == Some(&2) || json == plain);
        }
    }

    #[test]
    fn pack_headers_come_back(blobs in vec(blob(), 1..40)) {
        let sealer = sealer();
        let entries = entries(blobs);
        let mut sealed = Vec::new();
        sealer.seal_into(&encode_header(&entries), &mut sealed).unwrap();
        let bytes = pack_bytes(entries.iter());
        let tail = u32::try_from(sealed.len()).unwrap().to_le_bytes();
        prop_assert_eq!(header_length(&tail, bytes).unwrap(), sealed.len());
        prop_assert!(decode_header(&sealer, &mut sealed.clone(), bytes + 1).is_err());
        prop_assert_eq!(decode_header(&sealer, &mut sealed, bytes).unwrap(), entries);
    }

    #[test]
    fn garbage_as_an_authentic_pack_header_never_panics(plain in vec(any::<u8>(), 0..400), bytes in any::<u64>()) {
        let sealer = sealer();
        let mut sealed = Vec::new();
        sealer.seal_into(&plain, &mut sealed).unwrap();
        let _ = decode_header(&sealer, &mut sealed, bytes);
        let _ = header_length(&plain, bytes);
    }

    #[test]
    fn indexes_come_back(packs in vec((id(), vec(blob(), 0..10)), 0..5)) {
        let packs = packs.into_iter().map(|(id, blobs)| {
            let blobs = entries(blobs).iter().map(IndexBlob::from).collect();
            IndexPack { id, blobs }
        });
        let file = IndexFile { supersedes: Vec::new(), packs: packs.collect() };
        prop_assert_eq!(IndexFile::decode(&file.encode().unwrap()).unwrap(), file);
    }

    #[test]
    fn trees_come_back(mut names in vec("[^/\0]{1,40}", 1..20), content in vec(id(), 0..20), subtree in id(), size in any::<u64>()) {
        names.sort();
        names.dedup();
        let mut writer = TreeWriter::new();
        for (number, name) in names.iter().enumerate() {
            if number % 2 == 0 {
                writer.dir(name, subtree).unwrap();
            } else {
                writer.file(name, size, &content).unwrap();
            }
        }
        prop_assert!(writer.dir(&names[0], subtree).is_err(), "out of order");
        let tree = Tree::decode(&writer.finish()).unwrap();
        prop_assert_eq!(tree.nodes.len(), names.len());
        for (node, name) in tree.nodes.iter().zip(&names) {
            prop_assert_eq!(&node.name, name.as_bytes());
            match &node.kind {
                NodeKind::Dir { subtree: read } => prop_assert_eq!(*read, subtree),
                NodeKind::File { size_bytes, content: read } => {
                    prop_assert_eq!((*size_bytes, read), (size, &content));
                }
                NodeKind::Other => prop_assert!(false),
            }
        }
    }

    #[test]
    fn garbage_is_never_a_panic(bytes in vec(any::<u8>(), 0..300), text in "[\\[\\]{}:,\"a-z0-9]{0,120}") {
        for garbage in [&bytes[..], text.as_bytes()] {
            let _ = IndexFile::decode(garbage);
            let _ = Tree::decode(garbage);
            let _ = SnapshotFile::decode(garbage);
            let _ = LockFile::decode(garbage);
            let _ = Config::decode(garbage);
            let _ = serde_json::from_slice::<KeyFile>(garbage).map(|key| key.unwrap_with("x"));
        }
    }
}
