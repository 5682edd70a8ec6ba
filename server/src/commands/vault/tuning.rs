//! How a command opens the vault.

use std::env;
use std::num::NonZeroU32;
use std::path::PathBuf;

use clap::Args;
use engine::{Compression, Settings};

use server::tuning::rate_limit;

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
        let rate_limit = self.rate_limit.map(rate_limit).unwrap_or_default();
        let cache = if self.no_cache { None } else { self.cache.clone().or_else(users_cache) };
        Settings { cache, rate_limit, compression, ..Settings::default() }
    }
}

fn users_cache() -> Option<PathBuf> {
    let variable = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let caches = variable("XDG_CACHE_HOME").or_else(|| variable("HOME").map(|home| home.join(".cache")))?;
    Some(caches.join("cofre/vaults"))
}
