//! The help: articles in Markdown beneath `server/help`, a folder a language, built into the program and sent as plain pieces.

pub mod api;
mod read;
mod texts;

use shared::help::{Article, HelpArticle, HelpEntry, HelpLanguage};

/// An article in a language.
pub fn article(language: HelpLanguage, article: Article) -> HelpArticle {
    read::read(article, texts::text(language, article))
}

/// Titles and summaries of all articles in a language.
fn entries(language: HelpLanguage) -> Vec<HelpEntry> {
    let entry = |one| {
        let HelpArticle { article, title, summary, .. } = article(language, one);
        HelpEntry { article, title, summary }
    };
    Article::ALL.into_iter().map(entry).collect()
}
