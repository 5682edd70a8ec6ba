//! Limits at the edge: sizes, times, panics, and the headers that every answer has.

use std::any::Any;

use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, HeaderName};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use shared::problem::Code;

use crate::app::App;
use crate::error::Error;
use crate::http::stream::STREAM;

/// The largest body of a request.
pub(super) const BODY_BYTES_MAX: usize = 256 * 1024;
/// A body that says that it is larger than this is not waited for. One that is a little too large is read as far as it may go: a sender who is
/// cut off while it sends may not hear why.
const LENGTH_MAX: u64 = 16 * BODY_BYTES_MAX as u64;

/// Headers that no answer goes without.
pub(super) async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let fixed = [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()"),
    ];
    for (name, value) in fixed {
        response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    response.headers_mut().entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Refuses a body that says of itself that it is far too large, without waiting for any of it.
pub(super) async fn in_size(request: Request, next: Next) -> Response {
    let length = request.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if length.is_some_and(|length| length > LENGTH_MAX) {
        return Error::from(Code::PayloadTooLarge).into_response();
    }
    next.run(request).await
}

/// Answers when a handler did not come to an end in time.
pub(super) async fn in_time(State(app): State<App>, request: Request, next: Next) -> Response {
    if request.uri().path().ends_with(STREAM) {
        return next.run(request).await;
    }
    match tokio::time::timeout(app.config.patience.answer, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Error::from(Code::Unavailable).into_response(),
    }
}

/// Answers a panic like any other fault. There should be none.
pub(super) fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    let mut response = Error::Fault(anyhow::anyhow!("a handler panicked")).into_response();
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response
}
