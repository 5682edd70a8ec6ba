//! The help: every article in every language, and no link that leads nowhere.

use std::collections::BTreeSet;

use shared::auth::Role;
use shared::help::{Article, Block, BlockKind, HelpArticle, HelpIndex, SpanStyle};
use shared::problem::Code;
use tests::{Cofre, everything};

const LANGUAGES: [&str; 5] = ["en", "pt-PT", "es-ES", "sv-SE", "nl-NL"];

/// Pages that articles may send their readers to, beside other articles.
const PAGES: [&str; 13] = [
    "/",
    "/services",
    "/machines",
    "/vaults",
    "/vaults/create",
    "/items",
    "/jobs",
    "/locations",
    "/resource-groups",
    "/hosts",
    "/hosts/add",
    "/screens",
    "/help",
];

fn links(article: &HelpArticle) -> impl Iterator<Item = &str> {
    let spans = article.blocks.iter().flat_map(|block| block.rows.iter().flatten().flatten());
    spans.filter(|span| span.style == SpanStyle::Link).map(|span| span.to.as_str())
}

/// What a translation shares with the original: its pieces, its commands and where it leads.
fn frame(article: &HelpArticle) -> (Vec<(BlockKind, usize)>, Vec<&Block>, BTreeSet<&str>) {
    let shape = article.blocks.iter().map(|block| (block.kind, block.rows.len())).collect();
    let code = article.blocks.iter().filter(|block| block.kind == BlockKind::Code).collect();
    (shape, code, links(article).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn should_have_every_article_in_every_language() {
    let cofre = Cofre::start_idle().await;
    let reader = cofre.owner().await.add_user("rita", everything(Role::BackupReader)).await;
    let mut titles = BTreeSet::new();
    for language in LANGUAGES {
        let index: HelpIndex = reader.show(&format!("/help/{language}")).await;
        let listed: Vec<_> = index.articles.iter().map(|entry| entry.article).collect();
        assert_eq!(listed, Article::ALL, "{language}");
        assert_eq!(index.feedback_url, None);
        for entry in index.articles {
            let what = format!("{language}/{}", entry.article.slug());
            let english: HelpArticle = reader.show(&format!("/help/en/{}", entry.article.slug())).await;
            let article: HelpArticle = reader.show(&format!("/help/{what}")).await;
            assert_eq!((&article.title, &article.summary), (&entry.title, &entry.summary), "{what}");
            assert!(article.summary.ends_with('.') && !article.blocks.is_empty(), "{what}");
            assert_eq!(
                frame(&article),
                frame(&english),
                "{what} has other pieces, commands or links than the original"
            );
            titles.insert((language, entry.title));
        }
    }
    assert_eq!(titles.len(), LANGUAGES.len() * Article::ALL.len(), "no two articles have one title");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_lead_nowhere_that_does_not_exist() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    for article in Article::ALL {
        let article: HelpArticle = owner.show(&format!("/help/en/{}", article.slug())).await;
        for link in links(&article) {
            let known = match link.strip_prefix("/help/") {
                Some(slug) => Article::parse(slug).is_some(),
                None => PAGES.contains(&link) || link.starts_with("https://"),
            };
            assert!(known, "{}: {link}", article.article.slug());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_know_no_other_language_and_no_other_article() {
    let cofre = Cofre::start_with(|config| config.feedback_url = Some("https://example.org/ask".to_owned())).await;
    let owner = cofre.owner().await;
    let index: HelpIndex = owner.show("/help/sv-SE").await;
    assert_eq!(index.feedback_url.as_deref(), Some("https://example.org/ask"));
    for route in ["/help/de-DE", "/help/en/nothing", "/help/en/..%2Fvaults"] {
        owner.get(route).await.problem(Code::NotFound);
    }
}
