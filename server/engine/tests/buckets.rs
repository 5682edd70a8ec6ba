//! Vaults in buckets: what every store must do, stock restic beside us, and peers that misbehave.
#![allow(clippy::unwrap_used)]

#[path = "support/azurite.rs"]
mod azurite;
#[path = "support/moto.rs"]
mod moto;
#[path = "support/peer.rs"]
mod peer;
#[path = "support/suite.rs"]
mod suite;
mod support;

use std::collections::HashMap;
use std::fs;
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use azurite::{ACCOUNT, Azurite, CONTAINER, KEY};
use engine::format::Id;
use engine::store::{
    AccessKey, Bucket, BucketAddress, FileKind, FileName, ObjectStore, Patience, Reach, Store, StoreError,
};
use engine::{Cancel, NoProgress, OpenError, Repository};
use moto::{BUCKET, KEY_ID, Moto, SECRET};
use peer::{Deed, Peer};
use support::{CHUNK, noise, password, request, settings, text, try_restore};

/// Tries as often as by default, and hardly waits.
fn patience() -> Patience {
    Patience { pause: Duration::from_millis(1), ..Patience::default() }
}

fn bucket_at(endpoint: &str, bucket: &str, patience: Patience) -> Bucket {
    let address =
        BucketAddress::S3 { endpoint: endpoint.to_owned(), region: "us-east-1".to_owned(), bucket: bucket.to_owned() };
    let key = AccessKey { id: KEY_ID.to_owned(), secret: SECRET.to_owned() };
    Bucket::open(address, &key, Reach::everywhere(), patience).unwrap()
}

/// A store before which the peer stands.
fn behind(peer: &Peer) -> ObjectStore {
    bucket_at(&peer.endpoint(), BUCKET, patience()).store("behind/peer")
}

fn pack(content: &[u8]) -> FileName {
    FileKind::Pack.file(Id::of(content))
}

#[track_caller]
fn is_unreachable<T: std::fmt::Debug>(result: Result<T, StoreError>) -> String {
    let error = result.unwrap_err();
    assert!(matches!(error, StoreError::Unreachable { .. }), "{error:?}");
    let words = format!("{error:?}");
    assert!(!words.contains(SECRET), "{words}");
    words
}

#[test]
fn s3_does_what_every_store_must() {
    let moto = Moto::start();
    let bucket = bucket_at(&moto.endpoint(), BUCKET, patience());
    suite::a_file_is_written_once_and_read_whole_and_in_part(&bucket.store("once"));
    suite::a_listing_has_exactly_the_files_of_its_kind(&bucket.store("listed"));
    suite::of_many_who_write_the_same_name_one_does(&bucket.store(""));
    suite::a_vault_lives_in_it(Arc::new(bucket.store("a/vault")));
    // What lies beside a vault and below it is not its own.
    assert_eq!(bucket.store("list").list(FileKind::Pack).unwrap(), []);
    assert_eq!(bucket.store("a").list(FileKind::Pack).unwrap(), []);
}

fn container_at(endpoint: &str, container: &str) -> Bucket {
    let address = BucketAddress::Azure {
        endpoint: Some(endpoint.to_owned()),
        account: ACCOUNT.to_owned(),
        container: container.to_owned(),
    };
    let key = AccessKey { id: String::new(), secret: KEY.to_owned() };
    Bucket::open(address, &key, Reach::everywhere(), patience()).unwrap()
}

#[test]
fn azure_does_what_every_store_must() {
    let azurite = Azurite::start();
    let bucket = container_at(&azurite.endpoint(), CONTAINER);
    suite::a_file_is_written_once_and_read_whole_and_in_part(&bucket.store("once"));
    suite::a_listing_has_exactly_the_files_of_its_kind(&bucket.store("listed"));
    suite::of_many_who_write_the_same_name_one_does(&bucket.store(""));
    suite::a_vault_lives_in_it(Arc::new(bucket.store("a/vault")));
    assert_eq!(bucket.store("a/vault").path().to_string(), "azure:vaults:/a/vault");
    let nowhere = container_at(&azurite.endpoint(), "another").store("a");
    is_unreachable(nowhere.get(FileName::CONFIG));
    is_unreachable(nowhere.head(FileName::CONFIG));
    is_unreachable(nowhere.put(FileName::CONFIG, b"x"));
}

#[test]
fn restic_reads_a_vault_in_s3() {
    let moto = Moto::start();
    let store = bucket_at(&moto.endpoint(), BUCKET, patience()).store("north/prod");
    let repository = store.path().to_string();
    assert_eq!(repository, format!("s3:{}/{BUCKET}/north/prod", moto.endpoint()));
    let vault = Repository::init_store(Arc::new(store), &password(), &settings()).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let image = dir.path().join("image.raw");
    let disk = [noise(5 * CHUNK, 1), text(3 * CHUNK, 2)].concat();
    fs::write(&image, &disk).unwrap();
    let point = vault.backup(request(&[("disk0", &image)]), &NoProgress, &Cancel::new()).unwrap().point;
    let restic = |arguments: &[&str]| {
        let keys = [("AWS_ACCESS_KEY_ID", KEY_ID), ("AWS_SECRET_ACCESS_KEY", SECRET)];
        let output = support::restic_at(repository.as_ref()).envs(keys).args(arguments).output().unwrap();
        let (said, complained) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{said}\n{complained}");
        (said.into_owned(), output.stdout.clone())
    };
    assert!(restic(&["check", "--read-data"]).0.contains("no errors were found"));
    let file = "/disks/disk0/000000/000/data";
    assert!(restic(&["dump", &point.to_string(), file]).1 == disk);
    // And what restic writes into it, we leave alone and keep.
    restic(&["backup", image.to_str().unwrap()]);
    assert_eq!(vault.survey().unwrap().points.len(), 1);
    assert_eq!(vault.usage().unwrap().snapshots, 2);
}

#[test]
fn a_write_whose_answer_is_lost_is_done_once_and_is_ours() {
    let moto = Moto::start();
    let peer = Peer::before(moto.port());
    let store = behind(&peer);
    let content = noise(100_000, 1);
    peer.will(|asked| if asked.number == 0 { Deed::Lose } else { Deed::Pass });
    store.put(pack(&content), &content).unwrap();
    assert_eq!(store.get(pack(&content)).unwrap(), content);
    // Lost again, and what is there was someone else's.
    peer.will(|asked| if asked.number == 0 { Deed::Lose } else { Deed::Pass });
    let taken = store.put(pack(&content), &noise(100_000, 2)).unwrap_err();
    assert!(matches!(taken, StoreError::Exists { .. }), "{taken:?}");
    assert_eq!(store.get(pack(&content)).unwrap(), content);
    // Lost for good: an error, and all the bytes are there, as the contract says.
    let other = noise(100_000, 3);
    peer.will(|asked| if asked.method == "PUT" { Deed::Lose } else { Deed::Busy });
    is_unreachable(store.put(pack(&other), &other));
    peer.will(|_| Deed::Pass);
    assert_eq!(store.get(pack(&other)).unwrap(), other);
}

#[test]
fn what_passes_is_waited_for_and_what_does_not_is_never_damage() {
    let moto = Moto::start();
    let peer = Peer::before(moto.port());
    let store = behind(&peer);
    let content = noise(100_000, 1);
    let (file, gone) = (pack(&content), pack(b"nothing"));
    for deed in [Deed::Busy, Deed::Cut, Deed::Lose] {
        let twice = move |asked: &peer::Asked| if asked.number < 2 { deed } else { Deed::Pass };
        peer.will(twice);
        match store.put(file, &content) {
            Ok(()) | Err(StoreError::Exists { .. }) => {}
            Err(error) => panic!("{deed:?}: {error:?}"),
        }
        peer.will(twice);
        assert_eq!(store.get(file).unwrap(), content, "{deed:?}");
        peer.will(twice);
        let mut part = [0; 1000];
        store.get_range(file, 50, &mut part).unwrap();
        assert_eq!(part, content[50..1050], "{deed:?}");
        peer.will(twice);
        assert_eq!(store.list(FileKind::Pack).unwrap(), [(file.id, 100_000)], "{deed:?}");
        peer.will(twice);
        assert!(matches!(store.head(gone), Err(StoreError::Missing { .. })), "{deed:?}");
        peer.will(twice);
        store.delete(file).unwrap();
    }
    store.put(file, &content).unwrap();
    for deed in [Deed::Busy, Deed::Cut, Deed::Lose, Deed::Unknown] {
        peer.will(move |_| deed);
        is_unreachable(store.get(file));
        is_unreachable(store.get_range(file, 0, &mut [0; 1000]));
        is_unreachable(store.list(FileKind::Pack));
        if deed != Deed::Cut {
            is_unreachable(store.head(file));
            is_unreachable(store.delete(file));
        }
    }
    peer.will(|_| Deed::Full);
    assert!(matches!(store.put(gone, b"x"), Err(StoreError::Full { .. })));
    assert_eq!(peer.asked(), 1, "it is asked once: waiting makes no room");
}

#[test]
fn a_silent_peer_is_not_waited_for_for_ever() {
    let moto = Moto::start();
    let peer = Peer::before(moto.port());
    let patience = Patience { attempts: 2, silence: Duration::from_millis(100), ..patience() };
    let store = bucket_at(&peer.endpoint(), BUCKET, patience).store("a");
    peer.will(|_| Deed::Silent);
    assert!(is_unreachable(store.get(FileName::CONFIG)).contains("silent"));
    assert_eq!(peer.asked(), 2);
}

#[test]
fn nobody_sends_us_elsewhere() {
    let moto = Moto::start();
    let peer = Peer::before(moto.port());
    let trap = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    trap.set_nonblocking(true).unwrap();
    let port = trap.local_addr().unwrap().port();
    peer.will(move |_| Deed::Elsewhere(port));
    let store = behind(&peer);
    is_unreachable(store.get(FileName::CONFIG));
    is_unreachable(store.put(FileName::CONFIG, b"x"));
    assert_eq!(trap.accept().unwrap_err().kind(), std::io::ErrorKind::WouldBlock, "nobody came");
}

#[test]
fn only_addresses_that_may_be_called_are() {
    let moto = Moto::start();
    let address = |host: &str| BucketAddress::S3 {
        endpoint: format!("http://{host}:{}", moto.port()),
        region: "us-east-1".to_owned(),
        bucket: BUCKET.to_owned(),
    };
    let key = AccessKey { id: KEY_ID.to_owned(), secret: SECRET.to_owned() };
    let store = Bucket::open(address("127.0.0.1"), &key, Reach::new(|_| false), patience()).unwrap().store("a");
    assert!(is_unreachable(store.get(FileName::CONFIG)).contains("may not be called"));
    assert!(Bucket::open(address("10.0.0.7"), &key, Reach::everywhere(), patience()).is_err(), "not without TLS");
}

#[test]
fn a_bucket_that_is_not_there_is_no_empty_one() {
    let moto = Moto::start();
    let store = bucket_at(&moto.endpoint(), "another", patience()).store("a");
    is_unreachable(store.get(FileName::CONFIG));
    is_unreachable(store.head(FileName::CONFIG));
    is_unreachable(store.put(FileName::CONFIG, b"x"));
    is_unreachable(store.list(FileKind::Pack));
    let opened = Repository::open_store(Arc::new(store), &password(), &settings());
    assert!(matches!(opened, Err(OpenError::Unreachable(_))));
    let empty = bucket_at(&moto.endpoint(), BUCKET, patience()).store("a");
    let opened = Repository::open_store(Arc::new(empty), &password(), &settings());
    assert!(matches!(opened, Err(OpenError::NotAVault)));
}

#[test]
fn an_async_worker_may_use_it_and_drop_it() {
    let moto = Moto::start();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = bucket_at(&moto.endpoint(), BUCKET, patience()).store("async");
        store.put(FileName::CONFIG, b"config").unwrap();
        assert_eq!(store.get(FileName::CONFIG).unwrap(), b"config");
    });
}

#[test]
fn a_backup_through_a_bad_peer_is_whole() {
    let moto = Moto::start();
    let peer = Peer::before(moto.port());
    let vault = Repository::init_store(Arc::new(behind(&peer)), &password(), &settings()).unwrap();
    // Whatever is asked fails three times, each time in another way.
    let times = Mutex::new(HashMap::new());
    peer.will(move |asked| {
        let mut times = times.lock().unwrap();
        let time = times.entry((asked.method.clone(), asked.target.clone())).or_insert(0);
        *time += 1;
        [Deed::Lose, Deed::Busy, Deed::Cut].get(*time - 1_usize).copied().unwrap_or(Deed::Pass)
    });
    let dir = tempfile::tempdir().unwrap();
    let image = dir.path().join("image.raw");
    let disk = noise(12 * CHUNK, 1);
    fs::write(&image, &disk).unwrap();
    let point = vault.backup(request(&[("disk0", &image)]), &NoProgress, &Cancel::new()).unwrap().point;
    let (bytes, restored) = try_restore(&vault, point, "disk0");
    restored.unwrap();
    assert!(bytes == disk);
    peer.will(|_| Deed::Pass);
    let keys = [("AWS_ACCESS_KEY_ID", KEY_ID), ("AWS_SECRET_ACCESS_KEY", SECRET)];
    let repository = format!("s3:{}/{BUCKET}/behind/peer", moto.endpoint());
    let output = support::restic_at(repository.as_ref()).envs(keys).args(["check", "--read-data"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
