//! Where vaults are kept, as `cofre.toml` says it: a folder of this machine, or a bucket.

use std::fmt;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};
use serde::Deserialize;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::tuning::{CompressionKey, Tuning, rate_limit};

/// The variables that stand in for what the file does not say, as restic and others name them.
const S3_KEY_ID: &str = "AWS_ACCESS_KEY_ID";
const S3_SECRET: &str = "AWS_SECRET_ACCESS_KEY";
const AZURE_SECRET: &str = "AZURE_ACCOUNT_KEY";
/// What most servers other than Amazon's take for a region.
const REGION: &str = "us-east-1";

/// A place that vaults lie in, or the place of one vault.
#[derive(Clone, Debug)]
pub enum Storage {
    /// A folder.
    Folder(PathBuf),
    /// A bucket of S3, or of what speaks like it.
    S3(S3),
    /// A container of Azure Blob.
    Azure(Azure),
}

/// A bucket of S3, and what of it is ours.
#[derive(Clone, Debug)]
pub struct S3 {
    /// The server: `https://HOST`.
    pub endpoint: String,
    /// The region that requests are signed for.
    pub region: String,
    /// The bucket, which must be there.
    pub bucket: String,
    /// What all names begin with; may be empty.
    pub prefix: String,
    /// The key's name.
    pub access_key_id: String,
    /// The key.
    pub secret: StorageSecret,
}

/// A container of Azure Blob, and what of it is ours.
#[derive(Clone, Debug)]
pub struct Azure {
    /// The server, where it is not Azure's own for this account.
    pub endpoint: Option<String>,
    /// The storage account.
    pub account: String,
    /// The container, which must be there.
    pub container: String,
    /// What all names begin with; may be empty.
    pub prefix: String,
    /// The account's key.
    pub secret: StorageSecret,
}

/// What opens a bucket. It is never shown, and wiped from memory.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct StorageSecret(String);

impl StorageSecret {
    /// Takes a secret as it is.
    pub fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }

    /// The secret itself, for who signs with it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for StorageSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StorageSecret(…)")
    }
}

impl Storage {
    /// The folder, when it is one.
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Storage::Folder(folder) => Some(folder),
            Storage::S3(_) | Storage::Azure(_) => None,
        }
    }

    /// The place of this name in it.
    #[must_use]
    pub fn below(&self, name: &str) -> Storage {
        match self {
            Storage::Folder(folder) => Storage::Folder(folder.join(name)),
            Storage::S3(s3) => Storage::S3(S3 { prefix: joined(&s3.prefix, name), ..s3.clone() }),
            Storage::Azure(azure) => Storage::Azure(Azure { prefix: joined(&azure.prefix, name), ..azure.clone() }),
        }
    }
}

/// As restic takes it for a repository.
impl fmt::Display for Storage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Storage::Folder(folder) => folder.display().fmt(f),
            Storage::S3(s3) => write!(f, "s3:{}/{}", s3.endpoint.trim_end_matches('/'), joined(&s3.bucket, &s3.prefix)),
            Storage::Azure(azure) => write!(f, "azure:{}:/{}", azure.container, azure.prefix),
        }
    }
}

fn joined(before: &str, name: &str) -> String {
    [before, name].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/")
}

/// The keys of a location: exactly one of them says where it is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LocationKeys {
    pub(crate) name: String,
    storage: Option<PathBuf>,
    s3: Option<S3Keys>,
    azure: Option<AzureKeys>,
    rate_limit_mib: Option<NonZeroU32>,
    compression: Option<CompressionKey>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct S3Keys {
    endpoint: String,
    region: Option<String>,
    bucket: String,
    #[serde(default)]
    prefix: String,
    access_key_id: Option<String>,
    secret_access_key_file: Option<PathBuf>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AzureKeys {
    endpoint: Option<String>,
    account: String,
    container: String,
    #[serde(default)]
    prefix: String,
    account_key_file: Option<PathBuf>,
}

impl LocationKeys {
    /// How its vaults are written.
    pub(crate) fn tuning(&self) -> Tuning {
        Tuning {
            rate_limit: self.rate_limit_mib.map(rate_limit).unwrap_or_default(),
            compression: self.compression.map(|key| key.0).unwrap_or_default(),
        }
    }

    /// Where its vaults lie, with the secret from its file or the variable.
    pub(crate) fn storage(self) -> anyhow::Result<Storage> {
        match (self.storage, self.s3, self.azure) {
            (Some(folder), None, None) => Ok(Storage::Folder(folder)),
            (None, Some(s3), None) => s3.complete().context("s3").map(Storage::S3),
            (None, None, Some(azure)) => azure.complete().context("azure").map(Storage::Azure),
            _ => bail!("exactly one of storage, [locations.s3] and [locations.azure] says where its vaults lie"),
        }
    }
}

impl S3Keys {
    fn complete(self) -> anyhow::Result<S3> {
        let key_id = self.access_key_id.or_else(|| variable(S3_KEY_ID));
        Ok(S3 {
            access_key_id: key_id.with_context(|| format!("access_key_id: give it here or in {S3_KEY_ID}"))?,
            secret: secret(self.secret_access_key_file.as_deref(), S3_SECRET).context("secret_access_key_file")?,
            endpoint: self.endpoint,
            region: self.region.unwrap_or_else(|| REGION.to_owned()),
            bucket: named("bucket", self.bucket)?,
            prefix: trimmed(&self.prefix),
        })
    }
}

impl AzureKeys {
    fn complete(self) -> anyhow::Result<Azure> {
        Ok(Azure {
            secret: secret(self.account_key_file.as_deref(), AZURE_SECRET).context("account_key_file")?,
            endpoint: self.endpoint,
            account: named("account", self.account)?,
            container: named("container", self.container)?,
            prefix: trimmed(&self.prefix),
        })
    }
}

fn named(key: &str, name: String) -> anyhow::Result<String> {
    ensure!(!name.is_empty() && !name.contains('/'), "{key}: {name:?} is no name");
    Ok(name)
}

fn trimmed(prefix: &str) -> String {
    prefix.split('/').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/")
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn secret(file: Option<&Path>, name: &str) -> anyhow::Result<StorageSecret> {
    let text = match file {
        Some(path) => std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?,
        None => variable(name).with_context(|| format!("give it here, or the secret itself in {name}"))?,
    };
    ensure!(!text.trim().is_empty(), "the secret is empty");
    Ok(StorageSecret::new(text.trim()))
}

#[cfg(test)]
mod tests {
    use engine::Compression;

    use super::*;

    fn storage(text: &str) -> anyhow::Result<Storage> {
        toml::from_str::<LocationKeys>(text)?.storage()
    }

    fn secret_file() -> tempfile::NamedTempFile {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(&file, "s3cret\n").unwrap();
        file
    }

    #[test]
    fn should_be_named_as_restic_names_it() {
        let file = secret_file();
        let s3 = format!(
            "name = 'n'\n[s3]\nendpoint = 'https://s3.example.org/'\nbucket = 'vaults'\nprefix = '/a/b/'\naccess_key_id = 'me'\nsecret_access_key_file = {:?}",
            file.path()
        );
        let s3 = storage(&s3).unwrap();
        assert_eq!(s3.to_string(), "s3:https://s3.example.org/vaults/a/b");
        assert_eq!(s3.below("prod").to_string(), "s3:https://s3.example.org/vaults/a/b/prod");
        assert!(!format!("{s3:?}").contains("s3cret"));
        let azure =
            format!("name = 'n'\n[azure]\naccount = 'a'\ncontainer = 'c'\naccount_key_file = {:?}", file.path());
        assert_eq!(storage(&azure).unwrap().below("prod").to_string(), "azure:c:/prod");
        assert_eq!(storage("name = 'n'\nstorage = '/srv'").unwrap().below("prod").to_string(), "/srv/prod");
    }

    #[test]
    fn should_name_the_key_that_is_wrong() {
        let refused = |text: &str| format!("{:#}", storage(text).unwrap_err());
        assert!(refused("name = 'n'").contains("exactly one of"));
        assert!(refused("name = 'n'\nstorage = '/s'\n[azure]\naccount = 'a'\ncontainer = 'c'").contains("exactly one"));
        let s3 = "name = 'n'\n[s3]\nendpoint = 'https://h'\naccess_key_id = 'me'\n";
        assert!(refused(&format!("{s3}bucket = 'b'\nsecret_access_key_file = '/nowhere'")).contains("/nowhere"));
        let file = secret_file();
        let with_secret = format!("{s3}secret_access_key_file = {:?}\n", file.path());
        assert!(refused(&format!("{with_secret}bucket = 'a/b'")).starts_with("s3: bucket:"));
        assert!(refused(&format!("{with_secret}bucket = ''")).starts_with("s3: bucket:"));
        assert!(refused(&with_secret).contains("missing field `bucket`"));
    }

    #[test]
    fn should_take_a_level_or_auto_and_a_limit_that_lets_something_through() {
        let keys = |text: &str| toml::from_str::<LocationKeys>(&format!("name = 'n'\nstorage = '/s'\n{text}"));
        let compression = |text: &str| keys(text).unwrap().tuning().compression;
        assert_eq!(compression("rate_limit_mib = 40"), Compression::default());
        assert_eq!(compression("compression = 9"), Compression::Level(9));
        assert_eq!(compression("compression = 'auto'"), Compression::Auto);
        for wrong in ["0", "20", "'best'", "''"] {
            let refused = keys(&format!("compression = {wrong}")).unwrap_err().to_string();
            assert!(refused.contains("choose auto, or a level from 1 to 19"), "{refused}");
        }
        assert!(keys("rate_limit_mib = 0").is_err());
    }
}
