//! The buckets of the configured locations, each opened once for all vaults in it.

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::Context as _;
use engine::store::{AccessKey, Bucket, BucketAddress, ObjectStore, Patience, Reach};

use crate::config::Config;
use crate::outgoing::Addresses;
use crate::storage::Storage;

/// Opened buckets by the name of their location. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub(super) struct Buckets {
    opened: Arc<HashMap<String, Bucket>>,
}

impl Buckets {
    /// Opens those of the configuration; none is called yet.
    pub(super) fn open(config: &Config) -> anyhow::Result<Self> {
        let addresses = Addresses::new(config.outgoing_allowed.clone());
        let mut opened = HashMap::new();
        for location in &config.locations {
            let bucket = bucket(&location.storage, &addresses);
            if let Some(bucket) = bucket.with_context(|| format!("locations: {}", location.name))? {
                opened.insert(location.name.clone(), bucket);
            }
        }
        Ok(Self { opened: Arc::new(opened) })
    }

    /// The store of a vault that lies there; nothing where the location is a folder.
    pub(super) fn store(&self, location: &str, place: &Storage) -> Option<ObjectStore> {
        let prefix = match place {
            Storage::Folder(_) => return None,
            Storage::S3(s3) => &s3.prefix,
            Storage::Azure(azure) => &azure.prefix,
        };
        Some(self.opened.get(location)?.store(prefix))
    }
}

fn bucket(storage: &Storage, addresses: &Addresses) -> anyhow::Result<Option<Bucket>> {
    let (address, id, secret) = match storage {
        Storage::Folder(_) => return Ok(None),
        Storage::S3(s3) => {
            let (endpoint, region, bucket) = (s3.endpoint.clone(), s3.region.clone(), s3.bucket.clone());
            (BucketAddress::S3 { endpoint, region, bucket }, s3.access_key_id.clone(), &s3.secret)
        }
        Storage::Azure(azure) => {
            let (endpoint, account, container) =
                (azure.endpoint.clone(), azure.account.clone(), azure.container.clone());
            (BucketAddress::Azure { endpoint, account, container }, String::new(), &azure.secret)
        }
    };
    let key = AccessKey { id, secret: secret.expose().to_owned() };
    let addresses = addresses.clone();
    let reach = Reach::new(move |address| addresses.may_call(address));
    Ok(Some(Bucket::open(address, &key, reach, Patience::default())?))
}
