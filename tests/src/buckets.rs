//! A first location that lies in a bucket.

use server::config::Config;
use server::storage::{Azure, S3, Storage, StorageSecret};

use crate::azurite::{self, Azurite};
use crate::moto::{self, Moto};

/// What all names of the location begin with.
const PREFIX: &str = "cofre/north";

/// Storage in the bucket of S3.
pub fn s3(moto: &Moto) -> Storage {
    Storage::S3(S3 {
        endpoint: moto.endpoint(),
        region: "us-east-1".to_owned(),
        bucket: moto::BUCKET.to_owned(),
        prefix: PREFIX.to_owned(),
        access_key_id: moto::KEY_ID.to_owned(),
        secret: StorageSecret::new(moto::SECRET),
    })
}

/// Storage in the container of Azure Blob.
pub fn azure(azurite: &Azurite) -> Storage {
    Storage::Azure(Azure {
        endpoint: Some(azurite.endpoint()),
        account: azurite::ACCOUNT.to_owned(),
        container: azurite::CONTAINER.to_owned(),
        prefix: PREFIX.to_owned(),
        secret: StorageSecret::new(azurite::KEY),
    })
}

/// Puts the first location there, on this machine.
pub fn in_storage(storage: &Storage) -> impl FnOnce(&mut Config) + use<> {
    let storage = storage.clone();
    |config| {
        config.locations[0].storage = storage;
        config.outgoing_allowed = vec!["127.0.0.1/32".parse().expect("a range of addresses")];
    }
}
