//! One call: resolved first, looked at, and cut off where an answer has no end.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use reqwest::dns::{Name, Resolve, Resolving};
use reqwest::redirect::Policy;

use crate::outgoing::Addresses;

/// A peer has so long to answer in full.
const ANSWER_WITHIN: Duration = Duration::from_secs(10);
/// Longer answers are cut off.
const BODY_BYTES_MAX: usize = 512 * 1024;

/// Why a call was not made, or came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The address is one that must not be called.
    #[error("{0} may not be called; outgoing_allowed of cofre.toml names those that may")]
    Address(String),
    /// Only TLS says who answers.
    #[error("{0} is to be called without TLS")]
    Plain(String),
    /// More came than is taken.
    #[error("the answer is too long")]
    TooLong,
    /// The connection did not come about, or the answer was cut off.
    #[error("the call failed")]
    Failed(#[from] reqwest::Error),
}

/// Makes calls. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Outgoing {
    client: reqwest::Client,
    addresses: Addresses,
}

impl Outgoing {
    /// A client that calls what these addresses let it.
    pub fn new(addresses: Addresses) -> anyhow::Result<Self> {
        // Fails only when a provider was chosen before, which is then the same one.
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let client = reqwest::Client::builder()
            .dns_resolver(Arc::new(Looked(addresses.clone())))
            .redirect(Policy::none())
            .no_proxy()
            .timeout(ANSWER_WITHIN)
            .user_agent(concat!("cofre/", env!("CARGO_PKG_VERSION")))
            .build()
            .context("no calls can be made")?;
        Ok(Self { client, addresses })
    }

    /// Sends a request, and reads its answer to the end.
    pub async fn call(&self, request: http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, Refused> {
        let request = reqwest::Request::try_from(request)?;
        self.look(request.url())?;
        let mut response = self.client.execute(request).await?;
        let mut answer = http::Response::new(Vec::new());
        *answer.status_mut() = response.status();
        *answer.headers_mut() = response.headers().clone();
        while let Some(part) = response.chunk().await? {
            if answer.body().len() + part.len() > BODY_BYTES_MAX {
                return Err(Refused::TooLong);
            }
            answer.body_mut().extend_from_slice(&part);
        }
        Ok(answer)
    }

    /// An address in the place of a name is never resolved, so it is looked at here. Without TLS only this machine is called, by its address.
    fn look(&self, url: &reqwest::Url) -> Result<(), Refused> {
        let host = url.host_str().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
        let literal = host.parse::<IpAddr>().ok();
        if literal.is_some_and(|address| !self.addresses.may_call(address)) {
            return Err(Refused::Address(host.to_owned()));
        }
        if url.scheme() != "https" && !literal.is_some_and(|address| address.is_loopback()) {
            return Err(Refused::Plain(host.to_owned()));
        }
        Ok(())
    }
}

/// Resolves names, and gives no address that may not be called.
struct Looked(Addresses);

impl Resolve for Looked {
    fn resolve(&self, name: Name) -> Resolving {
        let addresses = self.0.clone();
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let open: Vec<SocketAddr> = found.filter(|found| addresses.may_call(found.ip())).collect();
            if open.is_empty() {
                return Err(Refused::Address(name.as_str().to_owned()).into());
            }
            Ok(Box::new(open.into_iter()) as reqwest::dns::Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(address: &str) -> http::Request<Vec<u8>> {
        http::Request::get(address).body(Vec::new()).unwrap()
    }

    #[tokio::test]
    async fn should_refuse_before_it_connects() {
        let outgoing = Outgoing::new(Addresses::default()).unwrap();
        let refused = async |address: &str| outgoing.call(get(address)).await.unwrap_err();
        assert!(matches!(refused("https://127.0.0.1:1/").await, Refused::Address(_)));
        assert!(matches!(refused("https://[::1]:1/").await, Refused::Address(_)));
        assert!(matches!(refused("https://169.254.169.254/latest").await, Refused::Address(_)));
        assert!(matches!(refused("http://203.0.113.9/").await, Refused::Plain(_)));
        let by_name = refused("https://localhost:1/").await;
        assert!(format!("{:#}", anyhow::Error::from(by_name)).contains("may not be called"));
    }
}
