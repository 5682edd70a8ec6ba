//! The help.

use shared::help::{Article, HelpArticle, HelpIndex};

use super::{Failure, client};

/// What there is to read in the language of this tag.
pub(crate) async fn index(language: &str) -> Result<HelpIndex, Failure> {
    client::get(&format!("/help/{language}")).await
}

/// An article in the language of this tag.
pub(crate) async fn article(language: &str, article: Article) -> Result<HelpArticle, Failure> {
    client::get(&format!("/help/{language}/{}", article.slug())).await
}
