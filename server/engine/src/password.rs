//! A vault's password.

use std::fmt;

use aws_lc_rs::rand;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::format::FormatError;

const GENERATED_BYTES: usize = 24;

/// The password of a vault, wiped from memory when dropped. The stock `restic` takes the same.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Password(String);

impl Password {
    /// Takes a password as it is.
    pub fn new(password: impl Into<String>) -> Self {
        Password(password.into())
    }

    /// Draws a random one: 192 bits in 32 letters, digits, `-` and `_`.
    pub fn generate() -> Result<Self, FormatError> {
        let mut bytes = Zeroizing::new([0; GENERATED_BYTES]);
        rand::fill(&mut bytes[..]).map_err(|_| FormatError::Crypto)?;
        Ok(Password(URL_SAFE_NO_PAD.encode(&bytes[..])))
    }

    /// The password itself. Show it to its owner only.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}
