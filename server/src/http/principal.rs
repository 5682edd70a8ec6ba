//! Hands the principal that the check of access found to the handler.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use shared::problem::Code;

pub use crate::auth::Principal;
use crate::error::Error;

impl<S: Send + Sync> FromRequestParts<S> for Principal {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        parts.extensions.get::<Principal>().cloned().ok_or_else(|| Code::Unauthenticated.into())
    }
}
