//! Shared screens: pairing by six digits, what a screen may read, revoking.
//!
//! A browser asks to be paired ([`ask`]) and gets a code to show and a secret to keep. Someone who is signed in types the code, sees where
//! it asks from, and lets it in ([`pair`]). From then on the secret reads what the wall shows, until it is revoked.

pub mod api;
mod ask;
mod code;
mod list;
mod pair;
mod revoke;
mod state;
mod store;

pub use state::by_secret;
