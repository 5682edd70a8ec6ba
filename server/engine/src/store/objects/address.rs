//! Where a bucket is, as people write it.

use std::fmt;
use std::net::IpAddr;

use reqwest::Url;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// A bucket, or a container of Azure Blob.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BucketAddress {
    /// S3, or what speaks like it.
    S3 {
        /// The server: `https://HOST`, or `http://` with a loopback address.
        endpoint: String,
        /// The region that requests are signed for; most servers other than Amazon's take any.
        region: String,
        /// The bucket, which must be there.
        bucket: String,
    },
    /// Azure Blob.
    Azure {
        /// The server, where it is not Azure's own for this account.
        endpoint: Option<String>,
        /// The storage account.
        account: String,
        /// The container, which must be there.
        container: String,
    },
}

/// A vault's place in a bucket, as restic writes it: `s3:https://HOST/BUCKET/PREFIX`, `azure:CONTAINER:/PREFIX`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BucketPath {
    /// In S3, or what speaks like it.
    S3 {
        /// The server.
        endpoint: String,
        /// The bucket.
        bucket: String,
        /// What the names of the vault's files begin with; may be empty.
        prefix: String,
    },
    /// In Azure Blob; who the account is, restic takes from the environment.
    Azure {
        /// The container.
        container: String,
        /// What the names of the vault's files begin with; may be empty.
        prefix: String,
    },
}

/// What opens a bucket, wiped from memory when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct AccessKey {
    /// The key's name; empty for Azure, whose keys have none.
    pub id: String,
    /// The secret itself.
    pub secret: String,
}

impl fmt::Debug for AccessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessKey(…)")
    }
}

/// Why an address is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressRefused {
    /// It is no URL of a server alone.
    #[error("the server is to be written as https://HOST or https://HOST:PORT")]
    NotAServer,
    /// Others could read and change what is sent.
    #[error("only a loopback address may be reached without TLS; write https://")]
    Plain,
    /// There is no bucket in it.
    #[error("it is to be written as s3:https://HOST/BUCKET/PREFIX or azure:CONTAINER:/PREFIX")]
    NoBucket,
}

impl BucketPath {
    /// Reads an address; `None` when it does not begin like one and so names a folder.
    pub fn parse(text: &str) -> Option<Result<Self, AddressRefused>> {
        if let Some(url) = text.strip_prefix("s3:") {
            return Some(BucketPath::s3(url));
        }
        let (container, prefix) = text.strip_prefix("azure:")?.split_once(':').unwrap_or((&text["azure:".len()..], ""));
        let path = BucketPath::Azure { container: container.to_owned(), prefix: trimmed(prefix) };
        Some(if container.is_empty() { Err(AddressRefused::NoBucket) } else { Ok(path) })
    }

    fn s3(url: &str) -> Result<Self, AddressRefused> {
        let url = Url::parse(url).map_err(|_| AddressRefused::NoBucket)?;
        let path = url.path().trim_matches('/');
        let (bucket, prefix) = path.split_once('/').unwrap_or((path, ""));
        if bucket.is_empty() || url.query().is_some() || url.fragment().is_some() {
            return Err(AddressRefused::NoBucket);
        }
        let endpoint = url.as_str().strip_suffix(url.path()).ok_or(AddressRefused::NotAServer)?;
        check_endpoint(endpoint)?;
        Ok(BucketPath::S3 { endpoint: endpoint.to_owned(), bucket: bucket.to_owned(), prefix: trimmed(prefix) })
    }
}

impl fmt::Display for BucketPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BucketPath::S3 { endpoint, bucket, prefix } => write!(f, "s3:{endpoint}/{bucket}/{prefix}"),
            BucketPath::Azure { container, prefix } => write!(f, "azure:{container}:/{prefix}"),
        }
    }
}

impl BucketAddress {
    /// Whether the server may be called at all: by TLS, or on this machine.
    pub fn check(&self) -> Result<(), AddressRefused> {
        match self {
            BucketAddress::S3 { endpoint, .. } => check_endpoint(endpoint),
            BucketAddress::Azure { endpoint: Some(endpoint), .. } => check_server(endpoint).map(drop),
            BucketAddress::Azure { endpoint: None, .. } => Ok(()),
        }
    }

    /// The place of a vault below `prefix`.
    pub fn path(&self, prefix: &str) -> BucketPath {
        let prefix = trimmed(prefix);
        match self {
            BucketAddress::S3 { endpoint, bucket, .. } => {
                BucketPath::S3 { endpoint: endpoint.trim_end_matches('/').to_owned(), bucket: bucket.clone(), prefix }
            }
            BucketAddress::Azure { container, .. } => BucketPath::Azure { container: container.clone(), prefix },
        }
    }
}

/// A server of S3 is named without any path: the bucket follows it.
fn check_endpoint(endpoint: &str) -> Result<(), AddressRefused> {
    let url = check_server(endpoint)?;
    if url.path() == "/" { Ok(()) } else { Err(AddressRefused::NotAServer) }
}

fn check_server(endpoint: &str) -> Result<Url, AddressRefused> {
    let url = Url::parse(endpoint).map_err(|_| AddressRefused::NotAServer)?;
    let host = url.host_str().filter(|host| !host.is_empty()).ok_or(AddressRefused::NotAServer)?;
    let is_bare = url.username().is_empty() && url.password().is_none() && url.query().is_none();
    match url.scheme() {
        _ if !is_bare => Err(AddressRefused::NotAServer),
        "https" => Ok(url),
        "http" if literal(host).is_some_and(|address| address.is_loopback()) => Ok(url),
        "http" => Err(AddressRefused::Plain),
        _ => Err(AddressRefused::NotAServer),
    }
}

/// A host that is written as an address, which nobody resolves.
pub(super) fn literal(host: &str) -> Option<IpAddr> {
    host.trim_start_matches('[').trim_end_matches(']').parse().ok()
}

fn trimmed(prefix: &str) -> String {
    prefix.split('/').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<String, AddressRefused> {
        BucketPath::parse(text).unwrap().map(|path| path.to_string())
    }

    #[test]
    fn addresses_are_written_as_restic_writes_them() {
        assert_eq!(parsed("s3:https://s3.example.org/vaults/a//b/").unwrap(), "s3:https://s3.example.org/vaults/a/b");
        assert_eq!(parsed("s3:http://127.0.0.1:9000/vaults").unwrap(), "s3:http://127.0.0.1:9000/vaults/");
        assert_eq!(parsed("azure:vaults:/a/b").unwrap(), "azure:vaults:/a/b");
        assert_eq!(BucketPath::parse("/srv/vaults/s3:x"), None);
    }

    #[test]
    fn what_would_be_sent_in_plain_or_to_nobody_is_refused() {
        assert_eq!(parsed("s3:http://10.0.0.7/vaults"), Err(AddressRefused::Plain));
        assert_eq!(parsed("s3:http://localhost/vaults"), Err(AddressRefused::Plain));
        assert_eq!(parsed("s3:ftp://h/vaults"), Err(AddressRefused::NotAServer));
        assert_eq!(parsed("s3:https://user:word@h/vaults"), Err(AddressRefused::NotAServer));
        assert_eq!(parsed("s3:https://h/"), Err(AddressRefused::NoBucket));
        assert_eq!(parsed("azure::/a"), Err(AddressRefused::NoBucket));
    }

    #[test]
    fn a_secret_is_never_shown() {
        let key = AccessKey { id: "me".to_owned(), secret: "s3cret".to_owned() };
        assert_eq!(format!("{key:?}"), "AccessKey(…)");
    }
}
