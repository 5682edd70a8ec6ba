//! All services, narrowed while someone types.

use leptos::prelude::*;

use crate::i18n::use_strings;
use crate::parts::page_frame::PageFrame;
use crate::session::use_session;
use crate::shell::places::{self, Group, Place};
use crate::ui::filter::{Filter, passes};
use crate::ui::icon::Icon;
use crate::ui::page_head::PageHead;

/// All services.
#[component]
pub(crate) fn ServicesPage() -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let filter = RwSignal::new(String::new());
    let shown = move || {
        let typed = filter.get();
        let first = Group { name: s.shell.overview, places: vec![places::overview(s)] };
        let all = std::iter::once(first).chain(places::groups(s, session));
        let groups = all.filter_map(|mut group| {
            group.places.retain(|place| passes(place.name, &typed));
            (!group.places.is_empty()).then_some(group)
        });
        groups.collect::<Vec<_>>()
    };
    let list = move || {
        let groups = shown();
        if groups.is_empty() {
            view! { <p class="muted" role="status">{(s.services.nothing)(filter.get().trim())}</p> }.into_any()
        } else {
            groups.into_iter().map(section).collect_view().into_any()
        }
    };
    view! {
        <PageFrame>
            <PageHead title=s.services.title/>
            <div class="filters"><Filter label=s.services.filter text=filter/></div>
            <div class="services">{list}</div>
        </PageFrame>
    }
}

fn section(group: Group) -> impl IntoView {
    let entry = |place: Place| {
        view! {
            <li>
                <a href=place.route.path()>
                    <Icon name=place.icon/>
                    <b>{place.name}</b>
                    <span>{place.what}</span>
                </a>
            </li>
        }
    };
    view! {
        <section>
            <h2>{group.name}</h2>
            <ul>{group.places.into_iter().map(entry).collect_view()}</ul>
        </section>
    }
}
