//! Passwords of vaults, which commands take from files.

use std::path::Path;

use anyhow::{Context as _, ensure};

/// The password in a file; an end of line behind it does not count.
pub(crate) fn read_password(file: &Path) -> anyhow::Result<String> {
    let shown = file.display();
    let text = std::fs::read_to_string(file).with_context(|| format!("{shown} cannot be read"))?;
    let password = text.trim_end_matches(['\n', '\r']);
    ensure!(!password.is_empty(), "{shown} holds no password");
    Ok(password.to_owned())
}
