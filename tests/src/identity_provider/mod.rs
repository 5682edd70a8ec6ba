//! A small identity provider (OpenID Connect): its document, its keys, its tokens, and everything that can be wrong with them.

mod provider;
mod token;

pub use provider::{IdentityProvider, Manner};
pub use token::Forgery;
