//! The calls to a bucket, each made until it is answered, its patience is over, or it is refused.

use std::future::Future;
use std::io;
use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;
use futures::TryStreamExt as _;
use object_store::path::Path;
use object_store::{ObjectMeta, ObjectStore, ObjectStoreExt as _, PutMode, PutOptions};

use crate::store::objects::failed::Failed;
use crate::store::objects::patience::Patience;
use crate::store::objects::transport::FILE_BYTES_MAX;

/// Makes calls. Cheap to clone.
#[derive(Clone)]
pub(super) struct Calls {
    client: Arc<dyn ObjectStore>,
    patience: Patience,
}

impl Calls {
    pub(super) fn new(client: Arc<dyn ObjectStore>, patience: Patience) -> Self {
        Calls { client, patience }
    }

    /// Writes an object that is not there yet. An attempt without an answer may have written it: the next one, which finds it
    /// there, then looks whether the bytes are ours.
    pub(super) async fn put(&self, path: &Path, bytes: Bytes) -> Result<(), Failed> {
        let mut in_doubt = false;
        let mut attempts = self.patience.attempts();
        loop {
            let options = PutOptions::from(PutMode::Create);
            let put = self.client.put_opts(path, bytes.clone().into(), options).await;
            let failed = match put.map_err(Failed::from) {
                Ok(_) => return Ok(()),
                Err(Failed::Exists) if in_doubt && self.holds(path, &bytes).await? => return Ok(()),
                Err(Failed::Exists) => match self.size(path).await {
                    Ok(_) => return Err(Failed::Exists),
                    // Someone else's write was under way, and has failed or is not done.
                    Err(Failed::Missing) => Failed::Passing(io::Error::other("another write of it was under way")),
                    Err(other) => return Err(other),
                },
                Err(Failed::Missing) => return Err(no_bucket()),
                Err(Failed::Passing(error)) => {
                    in_doubt = true;
                    Failed::Passing(error)
                }
                Err(other) => return Err(other),
            };
            match attempts.pause() {
                Some(pause) => tokio::time::sleep(pause).await,
                None => return Err(failed),
            }
        }
    }

    async fn holds(&self, path: &Path, bytes: &[u8]) -> Result<bool, Failed> {
        match self.size(path).await {
            Ok(size) if size != bytes.len() as u64 => Ok(false),
            Ok(_) => Ok(self.get(path).await? == bytes),
            Err(Failed::Missing) => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// A whole object.
    pub(super) async fn get(&self, path: &Path) -> Result<Bytes, Failed> {
        let read = self.persist(async || {
            let found = self.client.get(path).await?;
            let size = found.meta.size;
            let bytes = found.bytes().await?;
            if bytes.len() as u64 == size { Ok(bytes) } else { Err(cut_off()) }
        });
        self.certain(path, read.await).await
    }

    /// A part of an object that is not longer than any file of a vault.
    pub(super) async fn get_range(&self, path: &Path, range: Range<u64>) -> Result<Bytes, Failed> {
        let length = range.end - range.start;
        if length > FILE_BYTES_MAX as u64 {
            return Err(Failed::TooShort);
        }
        if length == 0 {
            let ends_before = self.size(path).await? < range.start;
            return if ends_before { Err(Failed::TooShort) } else { Ok(Bytes::new()) };
        }
        let read = self.persist(async || {
            let read = self.client.get_range(path, range.clone()).await.map_err(Failed::from);
            match read {
                // Not every server says of a range behind the end that it is one.
                Err(Failed::Passing(error)) => match self.client.head(path).await {
                    Ok(found) if found.size < range.end => Err(Failed::TooShort),
                    _ => Err(Failed::Passing(error)),
                },
                read => read,
            }
        });
        let bytes = self.certain(path, read.await).await?;
        // The client has compared what came with the range that the server says it sent.
        if bytes.len() as u64 == length { Ok(bytes) } else { Err(Failed::TooShort) }
    }

    /// An object's size in bytes.
    pub(super) async fn size(&self, path: &Path) -> Result<u64, Failed> {
        let read = self.persist(async || Ok(self.client.head(path).await?.size));
        self.certain(path, read.await).await
    }

    /// All objects below `folder`, or an error.
    pub(super) async fn list(&self, folder: &Path) -> Result<Vec<ObjectMeta>, Failed> {
        let listed = self.persist(async || Ok(self.client.list(Some(folder)).try_collect().await?)).await;
        listed.map_err(|failed| if matches!(failed, Failed::Missing) { no_bucket() } else { failed })
    }

    /// The names of the folders right below `folder`.
    pub(super) async fn folders(&self, folder: &Path) -> Result<Vec<String>, Failed> {
        let listed = self.persist(async || Ok(self.client.list_with_delimiter(Some(folder)).await?)).await;
        let listed = listed.map_err(|failed| if matches!(failed, Failed::Missing) { no_bucket() } else { failed })?;
        Ok(listed.common_prefixes.iter().filter_map(Path::filename).map(str::to_owned).collect())
    }

    /// Removes an object. S3 says yes to what was not there, so it is looked at first.
    pub(super) async fn delete(&self, path: &Path) -> Result<(), Failed> {
        self.size(path).await?;
        match self.persist(async || Ok(self.client.delete(path).await?)).await {
            // Someone else was faster, or our first attempt was.
            Ok(()) | Err(Failed::Missing) => Ok(()),
            Err(other) => Err(other),
        }
    }

    /// A missing object is damage to who needs it, so a bucket that is not there, or a server that knows nothing, must not look
    /// like one: only who lists the bucket is believed.
    async fn certain<T>(&self, path: &Path, read: Result<T, Failed>) -> Result<T, Failed> {
        if matches!(read, Err(Failed::Missing)) {
            // Nothing lies below an object; what counts is that the bucket answers.
            let listed = self.persist(async || Ok(self.client.list_with_delimiter(Some(path)).await?)).await;
            if let Err(failed) = listed {
                return Err(if matches!(failed, Failed::Missing) { no_bucket() } else { failed });
            }
        }
        read
    }

    /// Makes a call again that may be made twice, while it brings no answer.
    async fn persist<T, F>(&self, call: impl Fn() -> F) -> Result<T, Failed>
    where
        F: Future<Output = Result<T, Failed>>,
    {
        let mut attempts = self.patience.attempts();
        loop {
            match (call().await, attempts.pause()) {
                (Err(Failed::Passing(_)), Some(pause)) => tokio::time::sleep(pause).await,
                (answered, _) => return answered,
            }
        }
    }
}

fn no_bucket() -> Failed {
    Failed::Refused(io::Error::new(io::ErrorKind::NotFound, "there is no such bucket"))
}

fn cut_off() -> Failed {
    Failed::Passing(io::Error::new(io::ErrorKind::UnexpectedEof, "the answer was cut off"))
}
