//! Setting out for the provider.

use std::net::IpAddr;

use openidconnect::core::CoreAuthenticationFlow;
use openidconnect::{CsrfToken, Nonce, PkceCodeChallenge};
use shared::problem::Code;

use crate::app::App;
use crate::auth::Secret;
use crate::auth::identity::journey::{Journey, Purpose};
use crate::error::Result;

/// Begins a journey: the address at the provider, and the secret that the browser keeps until it comes back.
pub(super) async fn begin(app: &App, address: IpAddr, purpose: Purpose) -> Result<(String, Secret)> {
    let provider = app.identity_provider.as_ref().ok_or(Code::NotFound)?;
    let client = provider.client(&app.clock).await?;
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let asked =
        client.authorize_url(CoreAuthenticationFlow::AuthorizationCode, CsrfToken::new_random, Nonce::new_random);
    let (there, state, nonce) = asked.set_pkce_challenge(challenge).url();
    let browser = Secret::generate()?;
    provider.waiting.add(&browser, address, Journey { purpose, state, nonce, verifier }, app.clock.now());
    Ok((there.to_string(), browser))
}
