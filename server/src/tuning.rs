//! How fast and how hard vaults are written, as `cofre.toml` says it for a location.

use std::num::{NonZeroU32, NonZeroU64};

use engine::{Compression, NotACompression, RateLimit};
use serde::Deserialize;

const MIB: NonZeroU64 = NonZeroU64::new(1 << 20).unwrap();

/// How fast and how hard the vaults of a location are written.
#[derive(Clone, Debug, Default)]
pub struct Tuning {
    /// What all jobs with vaults of the location may move together.
    pub rate_limit: RateLimit,
    /// How hard chunks are compressed.
    pub compression: Compression,
}

/// How hard chunks are compressed, as it is written: `"auto"`, or a level of zstd.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "Written")]
pub(crate) struct CompressionKey(pub(crate) Compression);

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Level(i64),
    Name(String),
}

impl TryFrom<Written> for CompressionKey {
    type Error = NotACompression;

    fn try_from(written: Written) -> Result<Self, NotACompression> {
        let text = match written {
            Written::Level(level) => level.to_string(),
            Written::Name(name) => name,
        };
        text.parse().map(Self)
    }
}

/// A limit of so many MiB a second.
pub fn rate_limit(mib: NonZeroU32) -> RateLimit {
    RateLimit::new(NonZeroU64::from(mib).saturating_mul(MIB))
}
