//! The bell: what started, completed and failed, each a link. Opening it marks everything as seen.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::event::Topic;
use shared::notification::Notification;
use web_sys::HtmlElement;

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::notification::{address, sentence, shape};
use crate::routes::Route;
use crate::ui::each::Each;
use crate::ui::icon::{Icon, IconName};
use crate::ui::moment::Moment;
use crate::ui::popover::{Popover, close_around};
use crate::ui::status::StatusShape;

/// The bell and its list.
#[component]
pub(crate) fn Bell() -> impl IntoView {
    let s = use_strings();
    let loaded = load(|| (), &[Topic::Notifications], |()| api::notifications::list());
    let entries = Memo::new(move |_| loaded.value().get().map(|page| page.items).unwrap_or_default());
    let unseen = Memo::new(move |_| entries.with(|all| all.iter().filter(|entry| !entry.seen).count() as u64));
    let label = move || match unseen.get() {
        0 => s.notifications.title.to_owned(),
        count => (s.notifications.unseen)(count),
    };
    let toggled = Callback::new(move |(_, is_open): (HtmlElement, bool)| {
        // Seen once the list is closed again, so that what is new stays marked while it is read.
        if !is_open && unseen.get_untracked() > 0 {
            spawn_local(async move {
                if api::notifications::mark_seen().await.is_ok() {
                    loaded.refresh();
                }
            });
        }
    });
    let face = move || {
        let count = move || Some(unseen.get()).filter(|count| *count > 0);
        view! {
            <Icon name=IconName::Bell/>
            {move || count().map(|count| view! { <span class="count" aria-hidden="true">{count.min(99)}</span> })}
        }
    };
    let close = |event: leptos::ev::MouseEvent| close_around(&event_target::<web_sys::Element>(&event));
    view! {
        <Popover label role="dialog" content_class="notifications" on_toggle=toggled face>
            <div class="head"><h2>{s.notifications.title}</h2></div>
            {move || entries.with(Vec::is_empty).then(|| view! { <p>{s.notifications.none}</p> })}
            <ul>
                <Each entries key=|entry| entry.id let:entry>
                    <Entry entry/>
                </Each>
            </ul>
            <a class="all" href=Route::Notifications.path() on:click=close>{s.notifications.all}</a>
        </Popover>
    }
}

/// One entry.
#[component]
fn Entry(
    /// The entry.
    entry: Signal<Notification>,
) -> impl IntoView {
    let s = use_strings();
    let what = move || entry.with(|entry| sentence(s, &entry.happening, &entry.subject));
    let close = |event: leptos::ev::MouseEvent| close_around(&event_target::<web_sys::Element>(&event));
    view! {
        <li>
            <a
                href=move || address(entry.with(|entry| entry.link))
                data-new=move || (!entry.with(|entry| entry.seen)).then_some("")
                on:click=close
            >
                <StatusShape shape=Signal::derive(move || entry.with(|entry| shape(&entry.happening)))/>
                <span>
                    <span class="what">{what}</span>
                    <br/>
                    <Moment at=Signal::derive(move || entry.with(|entry| entry.at))/>
                </span>
            </a>
        </li>
    }
}
