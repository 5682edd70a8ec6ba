//! Bearer tokens of scripts.

use gloo_net::http::Method;
use shared::auth::{CreateToken, NewToken, Token};
use shared::id::TokenId;

use super::{Failure, Query, client};
use crate::paging::Coming;

/// A page of the tokens that a query asks for.
pub(crate) fn listed(query: Query) -> Coming<Token> {
    client::counted("/tokens", query)
}

/// Makes one; its secret is in the answer and nowhere else.
pub(crate) async fn create(token: CreateToken) -> Result<NewToken, Failure> {
    client::post("/tokens", &token).await
}

/// Ends one.
pub(crate) async fn revoke(id: TokenId) -> Result<(), Failure> {
    client::tell(Method::DELETE, &format!("/tokens/{id}")).await
}
