//! The help: its index and its articles, as the server sends them in the language of the page.

mod article;
mod blocks;
mod index;

pub(super) use article::ArticlePage;
pub(super) use index::HelpPage;
