//! The activity log's page.

use leptos::prelude::*;
use shared::audit::{Action, AuditEntry};
use shared::event::Topic;
use shared::page::Page;

use super::filters::{Filters, filter};
use super::object::object;
use crate::api;
use crate::i18n::{Strings, use_strings};
use crate::loading::load;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::ui::button::Button;
use crate::ui::each::Each;
use crate::ui::moment::Moment;
use crate::ui::page_head::PageHead;
use crate::ui::table::{Cell, CellKind, Column, Row, Table};

/// The activity log's page.
#[component]
pub(crate) fn ActivityPage() -> impl IntoView {
    let s = use_strings();
    let pages = RwSignal::new(1);
    // Everything that is done changes something that is told.
    let filter = Memo::new(|_| filter());
    let entries = load(move || filter.get(), &Topic::ALL, move |filter| api::audit::list(filter, pages.get()));
    view! {
        <PageFrame>
            <PageHead title=s.activity.title intro=s.activity.intro/>
            <Filters/>
            <Load from=entries let:entries>
                {move || if entries.with(|page| page.items.is_empty()) {
                    view! { <p class="muted" role="status">{s.activity.none}</p> }.into_any()
                } else {
                    view! { <Entries entries pages/> }.into_any()
                }}
            </Load>
        </PageFrame>
    }
}

#[component]
fn Entries(
    /// The entries.
    entries: Signal<Page<AuditEntry>>,
    /// How many pages of them are shown.
    pages: RwSignal<usize>,
) -> impl IntoView {
    let s = use_strings();
    let rows = Memo::new(move |_| entries.with(|page| page.items.clone()));
    let columns = vec![
        Column::text(s.activity.when),
        Column::name(s.activity.what),
        Column::text(s.activity.object),
        Column::text(s.activity.who),
    ];
    let cut = move || {
        let count = entries.with(|page| page.next.is_some().then_some(page.items.len()));
        count.map(|count| {
            view! {
                <div class="filters">
                    <span class="muted">{(s.activity.newest_only)(&s.count(count as u64))}</span>
                    <Button on_press=move |()| pages.update(|pages| *pages += 1)>{s.words.show_more}</Button>
                </div>
            }
        })
    };
    view! {
        <Table label=s.activity.title columns>
            <Each entries=rows key=|entry| entry.number let:entry>
                <EntryRow entry/>
            </Each>
        </Table>
        {cut}
    }
}

#[component]
fn EntryRow(
    /// The entry, which never changes.
    entry: Signal<AuditEntry>,
) -> impl IntoView {
    let s = use_strings();
    let entry = entry.get_untracked();
    let (what, subject) = (words(s, &entry.action), entry.subject.clone());
    let object = match object(&entry) {
        Some(route) => view! { <a href=route.path()>{subject}</a> }.into_any(),
        None => subject.into_any(),
    };
    view! {
        <Row>
            <Cell label=s.activity.when><Moment at=entry.at/></Cell>
            <Cell kind=CellKind::Name>{what}</Cell>
            <Cell label=s.activity.object>{object}</Cell>
            <Cell label=s.activity.who>{entry.actor}</Cell>
        </Row>
    }
}

/// The words for an action; one that another version wrote stands as it is.
fn words(s: &Strings, action: &str) -> String {
    Action::from_name(action).map_or_else(|| action.to_owned(), |action| (s.activity.action)(action).to_owned())
}
