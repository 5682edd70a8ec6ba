//! The list of notifications: what happened, how grave it is, and whether it was seen.

use leptos::prelude::*;
use shared::event::Topic;
use shared::notification::{Notification, Severity};

use crate::api;
use crate::i18n::{Strings, use_strings};
use crate::paging::{asked, load_pages, sort};
use crate::parts::list_filters::{PERIOD, ParameterFilter, PeriodFilter, since};
use crate::parts::list_frame::{About, ListFrame};
use crate::parts::notification::{address, sentence, shape};
use crate::parts::page_frame::PageFrame;
use crate::parts::trouble::FailureBox;
use crate::sending::Sending;
use crate::ui::button::Button;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::list::ListColumn;
use crate::ui::moment::Moment;
use crate::ui::page_head::PageHead;
use crate::ui::status::Status;

const SEVERITY: &str = "severity";
const SEEN: &str = "seen";

/// The list of notifications.
#[component]
pub(crate) fn NotificationsPage() -> impl IntoView {
    let s = use_strings();
    let sending = Sending::new();
    let since = since();
    let question = move || asked(&["q", SEVERITY, SEEN]).maybe("since", since.get()).maybe("sort", sort());
    let entries = load_pages(question, &[Topic::Notifications], api::notifications::listed);
    let see = move |()| sending.start(api::notifications::mark_seen(), move |()| entries.refresh());
    view! {
        <PageFrame>
            <PageHead title=s.notifications.title intro=s.notifications.intro>
                <Button off=sending.busy() on_press=see>{s.notifications.mark_seen}</Button>
            </PageHead>
            <FailureBox failure=sending.failure()/>
            <div class="notification-list">
            <ListFrame
                about=About {
                    label: s.notifications.title,
                    name: "notifications",
                    columns: vec![
                        ListColumn::name(s.notifications.what),
                        ListColumn::state(s.notifications.severity_label),
                        ListColumn::text(s.notifications.seen_label).key("seen").leaves(2),
                        ListColumn::text(s.notifications.when).sorts("time"),
                    ],
                    first_sort: "-time",
                    narrowed_by: &["q", SEVERITY, SEEN, PERIOD],
                    looks_through: Some(s.words.filter_by_name),
                }
                fetched=entries.rows(|entry| entry.id.uuid(), move |entry| cells(s, entry))
                filters=|| view! { <Filters/> }
                empty=move || {
                    view! { <Empty icon=IconName::Bell title=s.notifications.none text=s.notifications.none_text/> }
                }
            />
            </div>
        </PageFrame>
    }
}

#[component]
fn Filters() -> impl IntoView {
    let s = use_strings();
    let severity = |severity: Severity| (severity.as_str().to_owned(), (s.notifications.severity)(severity).to_owned());
    let seen = [("false", s.notifications.unread), ("true", s.notifications.read)];
    let seen = seen.map(|(key, word)| (key.to_owned(), word.to_owned())).to_vec();
    view! {
        <ParameterFilter
            name=SEVERITY
            label=s.notifications.severity_label
            entries=Signal::stored(Severity::ALL.map(severity).to_vec())
        />
        <ParameterFilter name=SEEN label=s.notifications.seen_label entries=Signal::stored(seen)/>
        <PeriodFilter/>
    }
}

fn cells(s: &'static Strings, entry: Signal<Notification>) -> Vec<AnyView> {
    let (href, shape, at) = entry.with_untracked(|entry| (address(entry.link), shape(&entry.happening), entry.at));
    let what = move || entry.with(|entry| sentence(s, &entry.happening, &entry.subject));
    let severity = move || entry.with(|entry| (s.notifications.severity)(entry.happening.severity()));
    let seen = move || if entry.with(|entry| entry.seen) { s.notifications.read } else { s.notifications.unread };
    vec![
        view! { <a href=href title=what>{what}</a> }.into_any(),
        view! { <Status shape word=severity/> }.into_any(),
        seen.into_any(),
        view! { <Moment at/> }.into_any(),
    ]
}
