//! The help's index, narrowed while someone types.

use leptos::prelude::*;
use shared::help::{HelpEntry, HelpIndex};

use crate::api;
use crate::i18n::{Strings, use_strings};
use crate::loading::load_once;
use crate::navigation;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::routes::Route;
use crate::ui::filter::{Filter, passes};
use crate::ui::page_head::PageHead;

/// The help's index.
#[component]
pub(crate) fn HelpPage() -> impl IntoView {
    let s = use_strings();
    let index = load_once(|| api::help::index(s.locale.tag()));
    let filter = RwSignal::new(untrack(navigation::page).parameter("q").unwrap_or_default());
    Effect::new(move |_| {
        let typed = filter.get();
        navigation::set_parameter("q", Some(typed.trim()).filter(|typed| !typed.is_empty()));
    });
    view! {
        <PageFrame>
            <PageHead title=s.help.title intro=s.help.intro/>
            <div class="filters"><Filter label=s.help.filter text=filter/></div>
            <Load from=index let:index>
                <div class="help-index">{move || list(s, &index.get(), &filter.get())}</div>
                {move || index.with(|index| index.feedback_url.clone()).map(|url| feedback(s, url))}
            </Load>
        </PageFrame>
    }
}

fn list(s: &Strings, index: &HelpIndex, typed: &str) -> AnyView {
    let matches = |entry: &&HelpEntry| passes(&format!("{} {}", entry.title, entry.summary), typed);
    let entries: Vec<_> = index.articles.iter().filter(matches).cloned().collect();
    if entries.is_empty() {
        return view! { <p class="muted" role="status">{(s.help.nothing)(typed.trim())}</p> }.into_any();
    }
    let entry = |entry: HelpEntry| {
        view! {
            <li>
                <a href=Route::HelpArticle(entry.article).path()>
                    <b>{entry.title}</b>
                    <span>{entry.summary}</span>
                </a>
            </li>
        }
    };
    view! { <ul>{entries.into_iter().map(entry).collect_view()}</ul> }.into_any()
}

fn feedback(s: &Strings, url: String) -> impl IntoView + use<> {
    view! { <p class="help-feedback"><a href=url rel="noopener" target="_blank">{s.help.feedback}</a></p> }
}
