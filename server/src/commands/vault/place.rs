//! Where the vault is that a command works on: a folder, or a bucket as restic writes it.

use std::env;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use engine::store::{AccessKey, Bucket, BucketAddress, BucketPath, ObjectStore, Patience, Reach};
use engine::{Password, Repository, Settings};

/// The place, as it was given.
#[derive(Clone, Debug)]
pub(super) struct Place {
    shown: String,
    bucket: Option<BucketPath>,
}

impl Place {
    /// Reads `s3:https://HOST/BUCKET/PREFIX` or `azure:CONTAINER:/PREFIX`; everything else is a folder.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let bucket = BucketPath::parse(text).transpose().map_err(|refused| refused.to_string())?;
        Ok(Place { shown: text.to_owned(), bucket })
    }

    pub(super) fn open(&self, password: &Password, settings: &Settings) -> anyhow::Result<Repository> {
        let vault = match &self.bucket {
            None => Repository::open_with(&self.folder(), password, settings),
            Some(path) => Repository::open_store(Arc::new(store(path)?), password, settings),
        };
        vault.with_context(|| format!("the vault in {self} cannot be opened"))
    }

    pub(super) fn init(&self, password: &Password) -> anyhow::Result<()> {
        match &self.bucket {
            None => Repository::init(&self.folder(), password)?,
            Some(path) => Repository::init_store(Arc::new(store(path)?), password, &Settings::default())?,
        };
        Ok(())
    }

    /// The replica of a vault here: the one that is there, or a new one.
    pub(super) fn replica_of(&self, vault: &Repository) -> anyhow::Result<Repository> {
        let replica = match &self.bucket {
            None => vault.replica_in(&self.folder()),
            Some(path) => vault.replica(Arc::new(store(path)?)),
        };
        replica.with_context(|| format!("{self} cannot be the replica"))
    }

    /// Whether both are one place, as far as their names tell.
    pub(super) fn is(&self, other: &Place) -> bool {
        let found = |place: &Place| place.folder().canonicalize().ok().filter(|_| place.bucket.is_none());
        self.shown == other.shown || found(self).is_some_and(|folder| found(other) == Some(folder))
    }

    fn folder(&self) -> PathBuf {
        PathBuf::from(&self.shown)
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.shown)
    }
}

/// The keys come from the variables that restic takes them from, too.
fn store(path: &BucketPath) -> anyhow::Result<ObjectStore> {
    let (address, key, prefix) = match path {
        BucketPath::S3 { endpoint, bucket, prefix } => {
            let region = env::var("AWS_DEFAULT_REGION").unwrap_or_else(|_| "us-east-1".to_owned());
            let address = BucketAddress::S3 { endpoint: endpoint.clone(), region, bucket: bucket.clone() };
            let (id, secret) = (variable("AWS_ACCESS_KEY_ID")?, variable("AWS_SECRET_ACCESS_KEY")?);
            (address, AccessKey { id, secret }, prefix)
        }
        BucketPath::Azure { container, prefix } => {
            let account = variable("AZURE_ACCOUNT_NAME")?;
            let address = BucketAddress::Azure { endpoint: None, account, container: container.clone() };
            (address, AccessKey { id: String::new(), secret: variable("AZURE_ACCOUNT_KEY")? }, prefix)
        }
    };
    // Whoever names a server at a terminal may call it.
    Ok(Bucket::open(address, &key, Reach::everywhere(), Patience::default())?.store(prefix))
}

fn variable(name: &str) -> anyhow::Result<String> {
    env::var(name).ok().filter(|value| !value.is_empty()).with_context(|| format!("{name} is not set"))
}
