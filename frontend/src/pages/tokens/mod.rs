//! Bearer tokens of scripts: the list, and the panel that makes one and shows its secret once.

mod create;
mod list;

pub(crate) use create::CreateTokenPanel;
pub(crate) use list::TokensPage;
