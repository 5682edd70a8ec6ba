//! What someone sets out to the provider with, and what the answer has to fit.

use openidconnect::{CsrfToken, Nonce, PkceCodeVerifier};
use shared::id::UserId;

/// What it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To sign in.
    SignIn,
    /// To link a user's account.
    Link {
        /// Whose.
        user: UserId,
        /// The hash of the session that set out: when it has ended meanwhile, nothing is linked.
        session_hash: String,
    },
}

/// A browser's way to the provider and back.
#[derive(Debug)]
pub(super) struct Journey {
    pub(super) purpose: Purpose,
    pub(super) state: CsrfToken,
    pub(super) nonce: Nonce,
    pub(super) verifier: PkceCodeVerifier,
}
