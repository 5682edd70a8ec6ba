//! What handlers take from a request. Whatever cannot be read is answered with a problem, never with plain text.

use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts};
use axum::http::StatusCode;
use shared::name::NameRefused;
use shared::problem::{Code, FieldReason, Problem};

use crate::error::Error;

/// A JSON body.
#[derive(FromRequest)]
#[from_request(via(axum::Json), rejection(Error))]
pub struct Body<T>(pub T);

/// The parameters in the path. One that cannot be an id names nothing that exists.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(Error))]
pub struct Path<T>(pub T);

/// The parameters behind the question mark.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Query), rejection(Error))]
pub struct Query<T>(pub T);

impl From<JsonRejection> for Error {
    fn from(rejection: JsonRejection) -> Self {
        let code = match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Code::PayloadTooLarge,
            StatusCode::UNPROCESSABLE_ENTITY => Code::InvalidInput,
            _ => Code::BadRequest,
        };
        let text = rejection.body_text();
        let problem = Problem::new(code);
        match named_field(&text) {
            Some((field, refused)) => problem.at(field, FieldReason::Name { refused }).into(),
            None => problem.because(text).into(),
        }
    }
}

/// The field and the part of its name's rule in "…: field: refusal at line 1 column 2".
fn named_field(text: &str) -> Option<(&str, NameRefused)> {
    let (_, text) = text.split_once("target type: ")?;
    let (field, text) = text.split_once(": ")?;
    let (refusal, _) = text.rsplit_once(" at line ")?;
    Some((field, refusal.parse().ok()?))
}

impl From<PathRejection> for Error {
    fn from(_: PathRejection) -> Self {
        Code::NotFound.into()
    }
}

impl From<QueryRejection> for Error {
    fn from(rejection: QueryRejection) -> Self {
        let text = rejection.body_text();
        match named_parameter(&text) {
            Some(name) => Problem::new(Code::InvalidInput).at(name, FieldReason::Unknown).because(text).into(),
            None => Problem::new(Code::BadRequest).because(text).into(),
        }
    }
}

/// The parameter in "…: name: what is wrong with its value".
fn named_parameter(text: &str) -> Option<&str> {
    let (_, text) = text.split_once("query string: ")?;
    let (name, _) = text.split_once(": ")?;
    name.chars().all(|c| c.is_ascii_lowercase() || c == '_').then_some(name)
}
