//! What `cofre` does besides serving. It needs no server, no database and no configuration.

mod interrupt;
mod vault;
mod vault_output;

pub(crate) use vault::{VaultArguments, run};
