//! The file `config`: which format, which repository.

use aws_lc_rs::rand;
use serde::{Deserialize, Serialize};

use crate::format::{FormatError, Id, polynomial};

/// The only version that is written and read.
const VERSION: u32 = 2;

/// The content of `config`, sealed like every document but never compressed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Config {
    version: u32,
    id: Id,
    chunker_polynomial: String,
}

impl Config {
    /// A config for a new repository: random id, random polynomial.
    pub fn generate() -> Result<Self, FormatError> {
        let mut id = [0; 32];
        rand::fill(&mut id).map_err(|_| FormatError::Crypto)?;
        Ok(Config {
            version: VERSION,
            id: Id::from_bytes(id),
            chunker_polynomial: format!("{:x}", polynomial::random()?),
        })
    }

    /// Reads a config; another version than 2 is refused.
    pub fn decode(json: &[u8]) -> Result<Self, FormatError> {
        let config: Config = serde_json::from_slice(json).map_err(|error| FormatError::malformed("config", error))?;
        if config.version != VERSION {
            let why = format!("repository version {} is not supported, only {VERSION}", config.version);
            return Err(FormatError::malformed("config", why));
        }
        Ok(config)
    }

    /// The repository's own id.
    pub fn id(&self) -> Id {
        self.id
    }
}
