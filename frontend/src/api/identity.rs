//! Signing in with an identity provider, and the link of one's own account to one there.

use gloo_net::http::Method;
use shared::auth::Session;
use shared::identity::{Departure, IdentityState, LinkIdentity, ProviderState, ShowSecondFactor};

use super::{Failure, client};

/// Whether there is a provider.
pub(crate) async fn provider() -> Result<ProviderState, Failure> {
    client::get("/identity-provider").await
}

/// Where to sign in.
pub(crate) async fn sign_in() -> Result<Departure, Failure> {
    client::act("/identity-provider/sign-in").await
}

/// Shows the second factor to who has come back from there.
pub(crate) async fn second_factor(code: String) -> Result<Session, Failure> {
    client::post("/identity-provider/second-factor", &ShowSecondFactor { code }).await
}

/// Whether one's own account is linked.
pub(crate) async fn state() -> Result<IdentityState, Failure> {
    client::get("/account/identity").await
}

/// Where to sign in so that the account is linked.
pub(crate) async fn link(password: String) -> Result<Departure, Failure> {
    client::post("/account/identity", &LinkIdentity { password }).await
}

/// Ends the link.
pub(crate) async fn unlink() -> Result<(), Failure> {
    client::tell(Method::DELETE, "/account/identity").await
}
