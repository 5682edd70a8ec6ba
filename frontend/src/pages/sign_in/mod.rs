//! Signing in.

mod form;
mod with_provider;

pub(crate) use form::SignInPage;
