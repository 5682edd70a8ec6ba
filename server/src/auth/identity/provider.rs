//! What is known of the provider: its document and keys, fetched when needed and kept for a while.

use std::pin::Pin;

use anyhow::ensure;
use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::core::{CoreClient, CoreClientAuthMethod, CoreProviderMetadata};
use openidconnect::{
    AsyncHttpClient, AuthType, ClientId, ClientSecret, EndpointMaybeSet, EndpointNotSet, EndpointSet, HttpRequest,
    HttpResponse, IssuerUrl, RedirectUrl,
};
use shared::id::UserId;
use shared::problem::{Code, Problem};
use tokio::sync::Mutex;

use crate::auth::identity::IdentityProvider;
use crate::auth::identity::journey::Journey;
use crate::auth::identity::waiting::Waiting;
use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::outgoing::{Addresses, Outgoing, Refused};

/// The document is fetched again after so long. A token by a key that is not in it makes it be fetched at once.
const KEPT: TimeDelta = TimeDelta::minutes(10);
/// A provider that did not answer is left alone for so long: nobody waits in a queue for it.
const LEFT_ALONE: TimeDelta = TimeDelta::seconds(5);

/// The provider's client, with the endpoints that its document names.
pub(super) type Client =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// What came of the last try to fetch the document.
#[derive(Debug, Default)]
struct Fetched {
    document: Option<(CoreProviderMetadata, DateTime<Utc>)>,
    failed_at: Option<DateTime<Utc>>,
}

/// The identity provider, and the browsers that are there at the moment.
#[derive(Debug)]
pub struct Provider {
    configured: IdentityProvider,
    issuer: IssuerUrl,
    callback: RedirectUrl,
    outgoing: Outgoing,
    fetched: Mutex<Fetched>,
    /// Those who sign in there.
    pub(super) waiting: Waiting<Journey>,
    /// Those who have, and whose second factor is asked for here.
    pub(super) halfway: Waiting<UserId>,
}

impl Provider {
    /// The provider of the configuration. Nothing is fetched yet.
    pub fn new(configured: IdentityProvider, addresses: Addresses) -> anyhow::Result<Self> {
        let callback = RedirectUrl::new(configured.callback())?;
        ensure!(matches!(callback.url().scheme(), "http" | "https"), "own_address: it begins with https:// or http://");
        let issuer = IssuerUrl::new(configured.issuer.clone())?;
        let outgoing = Outgoing::new(addresses)?;
        Ok(Self {
            configured,
            issuer,
            callback,
            outgoing,
            fetched: Mutex::default(),
            waiting: Waiting::default(),
            halfway: Waiting::default(),
        })
    }

    /// What the button calls it.
    pub(super) fn name(&self) -> &str {
        &self.configured.name
    }

    /// Its issuer, which belongs to who someone is there.
    pub(super) fn issuer(&self) -> &str {
        &self.configured.issuer
    }

    /// What calls it.
    pub(super) fn caller(&self) -> &Outgoing {
        &self.outgoing
    }

    /// This server as the provider's client, by what is known of the provider.
    pub(super) async fn client(&self, clock: &Clock) -> Result<Client> {
        let mut fetched = self.fetched.lock().await;
        let now = clock.now();
        if let Some((document, at)) = &fetched.document
            && now - *at < KEPT
        {
            return Ok(self.client_by(document.clone()));
        }
        if fetched.failed_at.is_some_and(|at| now - at < LEFT_ALONE) {
            return Err(Code::IdentityProviderUnreachable.into());
        }
        self.fetch(&mut fetched, clock).await
    }

    /// The same, by a document that is fetched now.
    pub(super) async fn client_anew(&self, clock: &Clock) -> Result<Client> {
        self.fetch(&mut *self.fetched.lock().await, clock).await
    }

    async fn fetch(&self, fetched: &mut Fetched, clock: &Clock) -> Result<Client> {
        match CoreProviderMetadata::discover_async(self.issuer.clone(), &self.outgoing).await {
            Ok(document) => {
                *fetched = Fetched { document: Some((document.clone(), clock.now())), failed_at: None };
                Ok(self.client_by(document))
            }
            Err(error) => {
                *fetched = Fetched { document: None, failed_at: Some(clock.now()) };
                Err(unreachable(&error))
            }
        }
    }

    fn client_by(&self, document: CoreProviderMetadata) -> Client {
        let methods = document.token_endpoint_auth_methods_supported().cloned().unwrap_or_default();
        let takes = |method| methods.contains(&method);
        // What a provider takes that says nothing of it is the header.
        let only_in_body =
            takes(CoreClientAuthMethod::ClientSecretPost) && !takes(CoreClientAuthMethod::ClientSecretBasic);
        let auth = if only_in_body { AuthType::RequestBody } else { AuthType::BasicAuth };
        let id = ClientId::new(self.configured.client_id.clone());
        let secret = ClientSecret::new(self.configured.client_secret.clone());
        CoreClient::from_provider_metadata(document, id, Some(secret))
            .set_redirect_uri(self.callback.clone())
            .set_auth_type(auth)
    }
}

impl<'c> AsyncHttpClient<'c> for Outgoing {
    type Error = Refused;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Refused>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(Outgoing::call(self, request))
    }
}

/// The provider does not answer as it should. What it said goes to the log alone.
pub(super) fn unreachable(error: &dyn std::error::Error) -> Error {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    tracing::warn!("the identity provider does not answer as it should: {text}");
    Problem::new(Code::IdentityProviderUnreachable).into()
}
