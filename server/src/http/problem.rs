//! Errors as answers: RFC 9457 bodies, and a trace id for what only the log may know.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{CONNECTION, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use shared::problem::{Code, Problem};
use uuid::Uuid;

use crate::error::Error;

const PROBLEM_JSON: HeaderValue = HeaderValue::from_static("application/problem+json");

/// The cause of a fault on its way to the log.
#[derive(Clone)]
struct Cause(Arc<anyhow::Error>);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        match self {
            Error::Problem(problem) => body(&problem),
            Error::Fault(fault) => {
                let mut response = body(&Problem::new(Code::Internal));
                response.extensions_mut().insert(Cause(Arc::new(fault)));
                response
            }
        }
    }
}

fn body(problem: &Problem) -> Response {
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let json = serde_json::to_vec(problem).unwrap_or_default();
    let mut response = (status, [(CONTENT_TYPE, PROBLEM_JSON)], json).into_response();
    if problem.code == Code::PayloadTooLarge {
        // What is left of the body is not read: the next request needs another connection.
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    if problem.code == Code::TooManyAttempts {
        let seconds =
            problem.detail.as_deref().unwrap_or_default().chars().filter(char::is_ascii_digit).collect::<String>();
        if let Ok(value) = HeaderValue::from_str(&seconds) {
            response.headers_mut().insert(RETRY_AFTER, value);
        }
    }
    response
}

/// Logs the chain of causes once, with an id that the caller is given.
pub(super) async fn trace(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let response = next.run(request).await;
    let Some(Cause(cause)) = response.extensions().get::<Cause>().cloned() else { return response };
    let trace_id = Uuid::now_v7().to_string();
    tracing::error!(%method, path, trace_id, "{cause:#}");
    let problem = Problem { trace_id: Some(trace_id), ..Problem::new(Code::Internal) };
    let (parts, _) = response.into_parts();
    Response::from_parts(parts, Body::from(serde_json::to_vec(&problem).unwrap_or_default()))
}
