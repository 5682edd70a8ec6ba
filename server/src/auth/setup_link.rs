//! The one-time link that makes the first Owner. It lives in memory, is printed at each start while there is no user, and ends with its use.

use std::sync::{Mutex, PoisonError};

use crate::auth::Secret;
use crate::error::Result;

/// The link's secret, while it is valid.
#[derive(Debug, Default)]
pub struct SetupLink {
    hash: Mutex<Option<String>>,
}

impl SetupLink {
    /// Makes a new secret; an older one is void.
    pub fn renew(&self) -> Result<Secret> {
        let secret = Secret::generate()?;
        *self.hash.lock().unwrap_or_else(PoisonError::into_inner) = Some(secret.hash());
        Ok(secret)
    }

    /// Whether this is the link's secret. Hashes are compared, so that time tells nothing of the secret.
    pub fn is(&self, secret: &Secret) -> bool {
        self.hash.lock().unwrap_or_else(PoisonError::into_inner).as_ref() == Some(&secret.hash())
    }

    /// Ends the link.
    pub fn void(&self) {
        *self.hash.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
