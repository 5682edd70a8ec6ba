//! Stores that do not keep their word: no vault is made in one.
#![allow(clippy::unwrap_used)]

mod support;

use std::sync::Arc;

use engine::InitError;
use engine::format::Id;
use engine::store::{FileKind, FileName, Memory, ProbeError, Store, StoreError, probe};
use support::{password, settings};

/// What a store does wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Flaw {
    WritesOver,
    OtherBytes,
    OtherRanges,
    LongRanges,
    ListsNothing,
    KeepsDeleted,
    ListsDeleted,
}

struct Careless {
    inner: Memory,
    /// Never deleted from.
    kept: Memory,
    flaw: Flaw,
}

impl Careless {
    fn new(flaw: Flaw) -> Self {
        Careless { inner: Memory::new(), kept: Memory::new(), flaw }
    }
}

impl Store for Careless {
    fn put(&self, name: FileName, bytes: &[u8]) -> Result<(), StoreError> {
        if self.flaw == Flaw::WritesOver {
            let _ = self.inner.delete(name);
        }
        let _ = self.kept.put(name, bytes);
        self.inner.put(name, bytes)
    }

    fn get(&self, name: FileName) -> Result<Vec<u8>, StoreError> {
        let mut bytes = self.inner.get(name)?;
        if self.flaw == Flaw::OtherBytes {
            bytes[7] ^= 1;
        }
        Ok(bytes)
    }

    fn get_range(&self, name: FileName, offset: u64, bytes: &mut [u8]) -> Result<(), StoreError> {
        match self.flaw {
            Flaw::OtherRanges => self.inner.get_range(name, offset.saturating_sub(1), bytes),
            Flaw::LongRanges if self.inner.get_range(name, offset, bytes).is_err() => Ok(()),
            _ => self.inner.get_range(name, offset, bytes),
        }
    }

    fn list(&self, kind: FileKind) -> Result<Vec<(Id, u64)>, StoreError> {
        match self.flaw {
            Flaw::ListsNothing => Ok(Vec::new()),
            Flaw::ListsDeleted => self.kept.list(kind),
            _ => self.inner.list(kind),
        }
    }

    fn head(&self, name: FileName) -> Result<u64, StoreError> {
        if self.flaw == Flaw::KeepsDeleted { self.kept.head(name) } else { self.inner.head(name) }
    }

    fn delete(&self, name: FileName) -> Result<(), StoreError> {
        self.inner.delete(name)
    }
}

#[test]
fn a_good_store_is_left_as_it_was() {
    let store = Memory::new();
    probe(&store).unwrap();
    assert_eq!(store.list(FileKind::Probe).unwrap(), []);
}

#[test]
fn each_carelessness_is_told() {
    let told = |flaw| probe(&Careless::new(flaw)).unwrap_err();
    assert!(matches!(told(Flaw::WritesOver), ProbeError::WritesOver));
    assert!(matches!(told(Flaw::OtherBytes), ProbeError::OtherBytes));
    assert!(matches!(told(Flaw::OtherRanges), ProbeError::OtherRanges));
    assert!(matches!(told(Flaw::LongRanges), ProbeError::OtherRanges));
    assert!(matches!(told(Flaw::ListsNothing), ProbeError::ListsLate));
    assert!(matches!(told(Flaw::KeepsDeleted), ProbeError::KeepsDeleted));
    assert!(matches!(told(Flaw::ListsDeleted), ProbeError::ListsLate));
}

#[test]
fn no_vault_is_made_in_a_careless_store() {
    let store = Arc::new(Careless::new(Flaw::WritesOver));
    let refused = engine::Repository::init_store(store.clone(), &password(), &settings());
    assert!(matches!(refused, Err(InitError::Probe(ProbeError::WritesOver))));
    assert!(matches!(store.head(FileName::CONFIG), Err(StoreError::Missing { .. })));
}

#[test]
fn a_vault_is_not_made_over_another_one() {
    let store = Arc::new(Memory::new());
    let vault = engine::Repository::init_store(store.clone(), &password(), &settings()).unwrap();
    let again = engine::Repository::init_store(store.clone(), &password(), &settings());
    assert!(matches!(again, Err(InitError::NotEmpty)));
    drop(vault);
    engine::Repository::open_store(store.clone(), &password(), &settings()).unwrap();
    // Without its config it is none, and what it holds is not given up for that.
    store.delete(FileName::CONFIG).unwrap();
    store.put(FileKind::Pack.file(Id::of(b"pack")), b"pack").unwrap();
    let over = engine::Repository::init_store(store, &password(), &settings());
    assert!(matches!(over, Err(InitError::NotEmpty)));
}
