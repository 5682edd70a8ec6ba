//! How a command opens the vault.

use std::env;
use std::num::{NonZeroU32, NonZeroU64};
use std::path::PathBuf;

use clap::Args;
use engine::{Compression, Settings};

#[derive(Args)]
pub(super) struct Tuning {
    /// At most so many MiB a second to the vault, or from it when restoring.
    #[arg(long, value_name = "MIB")]
    rate_limit: Option<NonZeroU32>,
    /// The folder in which what vaults' indexes say is kept for the next command; without it, one in the user's cache folder.
    #[arg(long, value_name = "DIR")]
    cache: Option<PathBuf>,
    /// Keeps nothing for the next command.
    #[arg(long, conflicts_with = "cache")]
    no_cache: bool,
}

impl Tuning {
    /// A replica has the vault's name in a cache and other indexes: the cache is not for it.
    pub(super) fn settings_of_replica(&self) -> Settings {
        Settings { cache: None, ..self.settings(Compression::default()) }
    }

    pub(super) fn settings(&self, compression: Compression) -> Settings {
        let bytes_per_second = self.rate_limit.map(|mib| NonZeroU64::from(mib).saturating_mul(MIB));
        let cache = if self.no_cache { None } else { self.cache.clone().or_else(users_cache) };
        Settings { cache, bytes_per_second, compression, ..Settings::default() }
    }
}

const MIB: NonZeroU64 = NonZeroU64::new(1 << 20).unwrap();

fn users_cache() -> Option<PathBuf> {
    let variable = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let caches = variable("XDG_CACHE_HOME").or_else(|| variable("HOME").map(|home| home.join(".cache")))?;
    Some(caches.join("cofre/vaults"))
}

/// Reads `auto`, or a level of zstd.
pub(super) fn compression(text: &str) -> Result<Compression, String> {
    match text.parse() {
        Ok(level @ 1..=19) => Ok(Compression::Level(level)),
        _ if text == "auto" => Ok(Compression::Auto),
        _ => Err("choose auto, or a level from 1 to 19".to_owned()),
    }
}
