//! Bearer tokens of scripts.

use gloo_net::http::Method;
use shared::auth::{CreateToken, NewToken, Token};
use shared::id::TokenId;

use super::{Failure, Query, client};

/// All tokens, oldest first.
pub(crate) async fn all() -> Result<Vec<Token>, Failure> {
    client::all("/tokens", Query::new()).await
}

/// Makes one; its secret is in the answer and nowhere else.
pub(crate) async fn create(token: CreateToken) -> Result<NewToken, Failure> {
    client::post("/tokens", &token).await
}

/// Ends one.
pub(crate) async fn revoke(id: TokenId) -> Result<(), Failure> {
    client::tell(Method::DELETE, &format!("/tokens/{id}")).await
}
