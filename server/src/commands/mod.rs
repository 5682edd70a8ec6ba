//! What `cofre` does: serving, looking after keys, and working on vaults without any server.

pub(crate) mod admin;
mod interrupt;
mod password;
mod serve;
pub(crate) mod vault;

pub(crate) use serve::serve;
