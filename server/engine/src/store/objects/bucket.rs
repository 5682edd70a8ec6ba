//! An opened bucket: the client, and the threads that wait for the network.

use std::fmt;
use std::future::Future;
use std::io;
use std::net::IpAddr;
use std::sync::{Arc, mpsc};

use object_store::RetryConfig;
use object_store::aws::AmazonS3Builder;
use object_store::azure::MicrosoftAzureBuilder;
use tokio::runtime::{Builder, Runtime};

use crate::store::objects::address::{AccessKey, AddressRefused, BucketAddress};
use crate::store::objects::calls::Calls;
use crate::store::objects::failed::Failed;
use crate::store::objects::patience::Patience;
use crate::store::objects::store::ObjectStore;
use crate::store::objects::transport::Transport;

/// They wait more than they work: requests are made by as many threads as the engine has.
const THREADS: usize = 2;

/// Which addresses may be called. Cheap to clone.
#[derive(Clone)]
pub struct Reach(Arc<dyn Fn(IpAddr) -> bool + Send + Sync>);

/// An opened bucket, with two threads of its own for as long as one of its stores is there. Clones are the same one.
#[derive(Clone, Debug)]
pub struct Bucket {
    opened: Arc<Opened>,
}

struct Opened {
    address: BucketAddress,
    calls: Calls,
    /// There until it is dropped.
    runtime: Option<Runtime>,
}

/// Why a bucket cannot be opened. Nothing was called yet.
#[derive(Debug, thiserror::Error)]
pub enum BucketRefused {
    /// Its address is none.
    #[error("the bucket's address")]
    Address(#[from] AddressRefused),
    /// The client takes no such key or name.
    #[error("the bucket's name or key")]
    Key(#[source] object_store::Error),
    /// No connection could be prepared.
    #[error("connections cannot be prepared")]
    Transport(#[from] reqwest::Error),
    /// The system gave no threads.
    #[error("no threads could be started")]
    Threads(#[source] io::Error),
}

impl Reach {
    /// Those that the function says yes to.
    pub fn new(may_call: impl Fn(IpAddr) -> bool + Send + Sync + 'static) -> Self {
        Reach(Arc::new(may_call))
    }

    /// Every address: for whom a person names one at a terminal.
    pub fn everywhere() -> Self {
        Reach::new(|_| true)
    }

    pub(super) fn may_call(&self, address: IpAddr) -> bool {
        (self.0)(address)
    }
}

impl fmt::Debug for Reach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reach")
    }
}

impl Bucket {
    /// Prepares a bucket; it is called first by what a store of it does.
    pub fn open(
        address: BucketAddress,
        key: &AccessKey,
        reach: Reach,
        patience: Patience,
    ) -> Result<Self, BucketRefused> {
        address.check()?;
        let client = client(&address, key, Transport::new(reach, patience)?).map_err(BucketRefused::Key)?;
        let runtime = Builder::new_multi_thread().worker_threads(THREADS).thread_name("bucket").enable_all().build();
        let runtime = Some(runtime.map_err(BucketRefused::Threads)?);
        Ok(Bucket { opened: Arc::new(Opened { address, calls: Calls::new(client, patience), runtime }) })
    }

    /// The store below `prefix`, which may be empty.
    pub fn store(&self, prefix: &str) -> ObjectStore {
        ObjectStore::new(self.clone(), prefix)
    }

    /// Where it is.
    pub fn address(&self) -> &BucketAddress {
        &self.opened.address
    }

    /// Lets the bucket's own threads make the calls, and waits. May be called from any thread, an async worker's too, which then waits.
    pub(super) fn wait<T, F>(&self, work: impl FnOnce(Calls) -> F) -> Result<T, Failed>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, Failed>> + Send + 'static,
    {
        let (sender, receiver) = mpsc::sync_channel(1);
        let work = work(self.opened.calls.clone());
        if let Some(runtime) = &self.opened.runtime {
            runtime.spawn(async move {
                // Nobody goes away who waits for it.
                let _ = sender.send(work.await);
            });
        }
        receiver.recv().unwrap_or_else(|_| Err(Failed::Passing(io::Error::other("the call ended without a word"))))
    }
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.address.fmt(f)
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        // Dropping a runtime waits, which an async worker must not.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// The library's client, which asks once: who asks again has to know what the first time was.
fn client(
    address: &BucketAddress,
    key: &AccessKey,
    transport: Transport,
) -> object_store::Result<Arc<dyn object_store::ObjectStore>> {
    let once = RetryConfig { max_retries: 0, ..RetryConfig::default() };
    Ok(match address {
        BucketAddress::S3 { endpoint, region, bucket } => Arc::new(
            AmazonS3Builder::new()
                .with_endpoint(endpoint.trim_end_matches('/'))
                .with_region(region)
                .with_bucket_name(bucket)
                .with_access_key_id(&key.id)
                .with_secret_access_key(&key.secret)
                .with_retry(once)
                .with_http_connector(transport)
                .build()?,
        ),
        BucketAddress::Azure { endpoint, account, container } => {
            let mut builder = MicrosoftAzureBuilder::new()
                .with_account(account)
                .with_container_name(container)
                .with_access_key(&key.secret)
                .with_retry(once)
                .with_http_connector(transport);
            if let Some(endpoint) = endpoint {
                builder = builder.with_endpoint(endpoint.trim_end_matches('/').to_owned());
            }
            Arc::new(builder.build()?)
        }
    })
}
