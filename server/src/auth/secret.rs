//! Random secrets: sessions, tokens, the one-time link. The database keeps only their hashes.

use anyhow::anyhow;
use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::error::Result;

/// 256 random bits as URL-safe text.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// A new one from the system's generator.
    pub fn generate() -> Result<Self> {
        let mut bytes = [0_u8; 32];
        aws_lc_rs::rand::fill(&mut bytes).map_err(|_| anyhow!("the system gives no random numbers"))?;
        Ok(Self(URL_SAFE_NO_PAD.encode(bytes)))
    }

    /// A secret that someone sends.
    pub fn received(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The secret itself, for the one answer that carries it.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// What the database keeps. The secret has 256 bits, so a fast hash is enough.
    pub fn hash(&self) -> String {
        hex::encode(digest(&SHA256, self.0.as_bytes()))
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}
