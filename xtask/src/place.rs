//! The folders this command works in.

use std::env;
use std::path::{Path, PathBuf};

/// Where the checkout, its build output and the user's tools are.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// The root of the checkout.
    pub(crate) root: PathBuf,
    /// Where cargo builds: `CARGO_TARGET_DIR` or `target/`.
    pub(crate) target: PathBuf,
    /// Tools that no package manager keeps for us; a folder of the user, so that every clone finds them.
    pub(crate) tools: PathBuf,
    /// Where `cargo install` puts programs.
    pub(crate) cargo_bin: PathBuf,
}

impl Place {
    /// The folders of the checkout this program was started in.
    pub(crate) fn find() -> Self {
        let manifest =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let root = manifest.parent().map_or_else(|| manifest.clone(), Path::to_owned);
        let home = env::var_os("HOME").map_or_else(|| root.join("target"), PathBuf::from);
        let target = folder("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |target| absolute(&target));
        let cache = folder("XDG_CACHE_HOME").unwrap_or_else(|| home.join(".cache"));
        let cargo = folder("CARGO_HOME").unwrap_or_else(|| home.join(".cargo"));
        Self { root, target, tools: cache.join("cofre").join("tools"), cargo_bin: cargo.join("bin") }
    }

    /// The built page: what the server takes into its binary.
    pub(crate) fn page(&self) -> PathBuf {
        self.target.join("dist")
    }
}

fn folder(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
