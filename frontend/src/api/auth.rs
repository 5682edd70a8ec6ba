//! Signing in and out, and the first Owner.

use gloo_net::http::Method;
use shared::auth::{Session, Setup, SetupState, SignIn};

use super::{Failure, client};

/// Whether the server waits for its first Owner.
pub(crate) async fn setup_state() -> Result<SetupState, Failure> {
    client::get("/setup").await
}

/// Makes the first Owner and signs them in.
pub(crate) async fn set_up(setup: Setup) -> Result<Session, Failure> {
    client::post("/setup", &setup).await
}

/// Signs in.
pub(crate) async fn sign_in(sign_in: SignIn) -> Result<Session, Failure> {
    client::post("/sessions", &sign_in).await
}

/// Who is signed in, if anybody is.
pub(crate) async fn current() -> Result<Option<Session>, Failure> {
    client::maybe("/sessions/current").await
}

/// Signs out.
pub(crate) async fn sign_out() -> Result<(), Failure> {
    client::tell(Method::DELETE, "/sessions/current").await
}
