//! Signing in.

mod form;

pub(crate) use form::SignInPage;
