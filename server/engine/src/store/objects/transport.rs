//! One request to a bucket: by the TLS that everything here uses, to addresses that may be called, without following anybody
//! elsewhere, within limits of time and size.

use std::error::Error as _;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use http::StatusCode;
use object_store::ClientOptions;
use object_store::client::{
    HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpResponse, HttpService,
};
use reqwest::dns::{Name, Resolve, Resolving};
use reqwest::redirect::Policy;
use tokio::time::timeout;

use crate::store::objects::address::literal;
use crate::store::objects::bucket::Reach;
use crate::store::objects::patience::Patience;

/// No file of a vault is longer: packs end at 128 MiB.
pub(super) const FILE_BYTES_MAX: usize = 256 << 20;
/// Nor is an explanation why not.
const EXPLANATION_BYTES_MAX: usize = 16 << 10;

/// Makes requests. Cheap to clone.
#[derive(Clone, Debug)]
pub(super) struct Transport {
    client: reqwest::Client,
    reach: Reach,
    patience: Patience,
}

/// A request that brought no answer about the object.
#[derive(Debug, thiserror::Error)]
pub(super) enum NoAnswer {
    #[error("{0} may not be called")]
    Address(String),
    #[error("the server sends us elsewhere, where we do not go: its address or the region is wrong")]
    Redirected,
    #[error("the server says that its storage is full")]
    Full,
    #[error("the object ends before the range")]
    OutsideRange,
    #[error("the server answers {0}")]
    Busy(StatusCode),
    #[error("the server was silent for too long")]
    Silent,
    #[error("the server sends more than any file has")]
    TooLong,
    #[error("the connection failed")]
    Failed(#[from] reqwest::Error),
}

impl NoAnswer {
    /// The reason down to its root; addresses are named, secrets are in no part of them.
    pub(super) fn words(&self) -> String {
        let mut words = self.to_string();
        let mut next = self.source();
        while let Some(error) = next {
            words.push_str(&format!(": {error}"));
            next = error.source();
        }
        words
    }
}

impl Transport {
    pub(super) fn new(reach: Reach, patience: Patience) -> reqwest::Result<Self> {
        // Fails only when a provider was chosen before, which is then the same one.
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let client = reqwest::Client::builder()
            .dns_resolver(Arc::new(Looked(reach.clone())))
            .redirect(Policy::none())
            .no_proxy()
            .connect_timeout(patience.silence)
            .user_agent(concat!("cofre/", env!("CARGO_PKG_VERSION")))
            .build()?;
        Ok(Transport { client, reach, patience })
    }

    async fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, NoAnswer> {
        let (request, bytes) = self.prepare(request)?;
        let mut response = self.within(self.patience.answer_within(bytes), self.client.execute(request)).await??;
        let status = response.status();
        match status {
            StatusCode::RANGE_NOT_SATISFIABLE => return Err(NoAnswer::OutsideRange),
            StatusCode::INSUFFICIENT_STORAGE => return Err(NoAnswer::Full),
            StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS => return Err(NoAnswer::Busy(status)),
            _ if status.is_server_error() => return Err(NoAnswer::Busy(status)),
            _ if status.is_redirection() && status != StatusCode::NOT_MODIFIED => return Err(NoAnswer::Redirected),
            _ => {}
        }
        let limit = if status.is_success() { FILE_BYTES_MAX } else { EXPLANATION_BYTES_MAX };
        let mut body = Vec::new();
        while let Some(part) = self.within(self.patience.silence, response.chunk()).await?? {
            if body.len() + part.len() > limit {
                return Err(NoAnswer::TooLong);
            }
            body.extend_from_slice(&part);
        }
        let mut answer = http::Response::new(body.into());
        *answer.status_mut() = status;
        std::mem::swap(answer.headers_mut(), response.headers_mut());
        Ok(answer)
    }

    /// The request as it is sent, and how many bytes it carries.
    fn prepare(&self, request: HttpRequest) -> Result<(reqwest::Request, u64), NoAnswer> {
        let bytes = request.body().content_length();
        let request = reqwest::Request::try_from(request.map(reqwest::Body::wrap))?;
        let host = request.url().host_str().unwrap_or_default();
        // An address in the place of a name is never resolved, so it is looked at here.
        match literal(host) {
            Some(address) if !self.reach.may_call(address) => Err(NoAnswer::Address(host.to_owned())),
            _ => Ok((request, bytes as u64)),
        }
    }

    async fn within<T>(&self, time: Duration, work: impl Future<Output = T>) -> Result<T, NoAnswer> {
        timeout(time, work).await.map_err(|_| NoAnswer::Silent)
    }
}

#[async_trait]
impl HttpService for Transport {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        self.exchange(request).await.map_err(|failed| HttpError::new(HttpErrorKind::Unknown, failed))
    }
}

impl HttpConnector for Transport {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        Ok(HttpClient::new(self.clone()))
    }
}

/// Resolves names, and gives no address that may not be called.
struct Looked(Reach);

impl Resolve for Looked {
    fn resolve(&self, name: Name) -> Resolving {
        let reach = self.0.clone();
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let open: Vec<SocketAddr> = found.filter(|found| reach.may_call(found.ip())).collect();
            if open.is_empty() {
                return Err(NoAnswer::Address(name.as_str().to_owned()).into());
            }
            Ok(Box::new(open.into_iter()) as reqwest::dns::Addrs)
        })
    }
}
