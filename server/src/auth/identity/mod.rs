//! Signing in with an identity provider (OpenID Connect): authorization code with PKCE, state and nonce.
//!
//! Nobody is let in who is not a user already: each user links their own account at the provider, signed in, with their password. Who a
//! token speaks of is the provider's `sub`, never a name or an address that someone there may choose. The provider stands in the place of the
//! password: who has a second factor here is still asked for it.

pub(super) mod api;
mod begin;
mod configured;
mod finish;
mod journey;
mod link;
mod provider;
mod store;
mod token;
mod waiting;

pub use configured::IdentityProvider;
pub use provider::Provider;
pub(super) use store::unlink;
pub use waiting::JOURNEY_MINUTES;
