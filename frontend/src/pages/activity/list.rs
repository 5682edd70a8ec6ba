//! The activity log's page.

use leptos::prelude::*;
use shared::audit::{Action, AuditEntry};
use shared::event::Topic;
use uuid::Uuid;

use super::filters::{ACTION, ACTOR, Filters};
use super::object::object;
use crate::api;
use crate::i18n::{Strings, use_strings};
use crate::paging::{asked, load_pages, sort};
use crate::parts::list_filters::{PERIOD, since};
use crate::parts::list_frame::{About, ListFrame};
use crate::parts::page_frame::PageFrame;
use crate::ui::list::{ListColumn, RowName};
use crate::ui::moment::Moment;
use crate::ui::page_head::PageHead;

/// The activity log's page.
#[component]
pub(crate) fn ActivityPage() -> impl IntoView {
    let s = use_strings();
    let since = since();
    let question = move || asked(&["q", ACTOR, ACTION]).maybe("since", since.get()).maybe("sort", sort());
    // Everything that is done changes something that is told.
    let entries = load_pages(question, &Topic::ALL, api::audit::listed);
    view! {
        <PageFrame>
            <PageHead title=s.activity.title intro=s.activity.intro/>
            <div class="activity-list">
            <ListFrame
                about=About {
                    label: s.activity.title,
                    name: "activity",
                    columns: vec![
                        ListColumn::name(s.activity.what),
                        ListColumn::text(s.activity.object),
                        ListColumn::text(s.activity.who).key("who"),
                        ListColumn::text(s.activity.when).sorts("time"),
                    ],
                    first_sort: "-time",
                    narrowed_by: &["q", ACTOR, ACTION, PERIOD],
                    looks_through: Some(s.activity.filter),
                }
                fetched=entries.rows(key, move |entry| cells(s, &entry.get_untracked()))
                filters=|| view! { <Filters/> }
                empty=|| ()
            />
            </div>
        </PageFrame>
    }
}

fn key(entry: &AuditEntry) -> Uuid {
    Uuid::from_u128(entry.number.into())
}

/// The cells of an entry's row; an entry never changes.
fn cells(s: &Strings, entry: &AuditEntry) -> Vec<AnyView> {
    let subject = entry.subject.clone();
    let object = match object(entry) {
        Some(route) => view! { <a href=route.path()>{subject}</a> }.into_any(),
        None => subject.into_any(),
    };
    vec![
        view! { <RowName name=words(s, &entry.action)/> }.into_any(),
        object,
        entry.actor.clone().into_any(),
        view! { <Moment at=entry.at/> }.into_any(),
    ]
}

/// The words for an action; one that another version wrote stands as it is.
fn words(s: &Strings, action: &str) -> String {
    Action::from_name(action).map_or_else(|| action.to_owned(), |action| (s.activity.action)(action).to_owned())
}
