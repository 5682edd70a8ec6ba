//! The edge: how requests come in, who they come from, whether they may, and how answers and problems go out.
//!
//! Only this folder and the `api.rs` of each domain know axum.

mod access;
mod body;
mod client_address;
mod cookie;
mod cursor;
mod limits;
mod openapi;
mod origin;
mod page;
mod principal;
mod problem;
mod router;
mod serve;
mod stream;

pub use access::{Access, RULES};
pub use body::{Body, Path, Query};
pub use cookie::SessionCookie;
pub use cursor::Cursor;
pub use openapi::document;
pub use principal::Principal;
pub use router::router;
pub use serve::serve;
