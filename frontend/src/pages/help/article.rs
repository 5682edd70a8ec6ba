//! An article of the help.

use leptos::prelude::*;
use shared::help::Article;

use super::blocks::Blocks;
use crate::api;
use crate::i18n::use_strings;
use crate::loading::load_once;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::routes::Route;
use crate::ui::crumbs::Crumbs;
use crate::ui::page_head::PageHead;

/// An article of the help.
#[component]
pub(crate) fn ArticlePage(
    /// Which one.
    article: Article,
) -> impl IntoView {
    let s = use_strings();
    let loaded = load_once(move || api::help::article(s.locale.tag(), article));
    view! {
        <PageFrame>
            <Crumbs above=vec![(s.help.title.into(), Route::Help.path())]/>
            <Load from=loaded let:shown>
                <PageHead
                    title=move || shown.with(|article| article.title.clone())
                    intro=move || shown.with(|article| article.summary.clone())
                />
                <article class="help-article">{move || view! { <Blocks blocks=shown.get().blocks/> }}</article>
            </Load>
        </PageFrame>
    }
}
