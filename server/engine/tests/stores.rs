//! What every store must do, and a vault's whole life, over the stores of this machine.
#![allow(clippy::unwrap_used)]

#[path = "support/suite.rs"]
mod suite;
mod support;

use std::sync::Arc;

use engine::store::{LocalDir, Memory, Store};
use tempfile::TempDir;

/// An empty store of each sort, with what it lies in.
fn stores() -> Vec<(&'static str, Arc<dyn Store>, TempDir)> {
    let dir = tempfile::tempdir().unwrap();
    let folder = LocalDir::new(dir.path().join("vault"));
    folder.create_folders().unwrap();
    vec![("folder", Arc::new(folder), dir), ("memory", Arc::new(Memory::new()), tempfile::tempdir().unwrap())]
}

/// Does it with each, and says with which.
fn with_each(work: impl Fn(Arc<dyn Store>)) {
    for (sort, store, _dir) in stores() {
        eprintln!("{sort}:");
        work(store);
    }
}

#[test]
fn a_file_is_written_once_and_read_whole_and_in_part() {
    with_each(|store| suite::a_file_is_written_once_and_read_whole_and_in_part(&*store));
}

#[test]
fn a_listing_has_exactly_the_files_of_its_kind() {
    with_each(|store| suite::a_listing_has_exactly_the_files_of_its_kind(&*store));
}

#[test]
fn of_many_who_write_the_same_name_one_does() {
    with_each(|store| suite::of_many_who_write_the_same_name_one_does(&*store));
}

#[test]
fn a_vault_lives_in_any_store() {
    with_each(suite::a_vault_lives_in_it);
}
