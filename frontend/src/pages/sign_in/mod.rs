//! Signing in; also what stands around it, which the page of the first Owner shares.

mod dial;
mod door;
mod form;

pub(crate) use door::DoorFrame;
pub(crate) use form::SignInPage;
