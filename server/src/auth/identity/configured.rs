//! The identity provider as `cofre.toml` names it.

use std::path::PathBuf;

use anyhow::{Context as _, ensure};
use serde::Deserialize;

/// The variable that holds the client's secret, when no file does.
const SECRET_VARIABLE: &str = "COFRE_IDENTITY_PROVIDER_SECRET";

/// An identity provider, and how this server is known to it.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentityProvider {
    /// What the button calls it.
    pub name: String,
    /// Its issuer, as its tokens say it.
    pub issuer: String,
    /// What it calls this server.
    pub client_id: String,
    /// The file with the secret that this server shows it.
    pub client_secret_file: Option<PathBuf>,
    /// How browsers reach this server: the provider sends them back there.
    pub own_address: String,
    /// The secret itself, once it has been read.
    #[serde(skip)]
    pub client_secret: String,
}

impl std::fmt::Debug for IdentityProvider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("IdentityProvider").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

impl IdentityProvider {
    /// The same one with its secret, from the file or the variable.
    pub fn with_secret(mut self) -> anyhow::Result<Self> {
        let text = match &self.client_secret_file {
            Some(path) => std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?,
            None => std::env::var(SECRET_VARIABLE)
                .with_context(|| format!("give client_secret_file, or {SECRET_VARIABLE}"))?,
        };
        text.trim().clone_into(&mut self.client_secret);
        ensure!(!self.client_secret.is_empty(), "the client's secret is empty");
        ensure!(!self.name.trim().is_empty(), "name: the button needs a word");
        Ok(self)
    }

    /// Where the provider sends browsers back to.
    pub fn callback(&self) -> String {
        format!("{}/api/v1/identity-provider/callback", self.own_address.trim_end_matches('/'))
    }
}
