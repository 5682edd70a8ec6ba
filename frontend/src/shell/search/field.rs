//! The field itself: a combobox whose list follows what is typed.
//!
//! Ctrl+K leads to it from anywhere, and `/` where the page has no filter of its own. Arrows move, Enter goes, Escape gives
//! the focus back to where it was.

use std::time::Duration;

use leptos::ev::{self, FocusEvent, KeyboardEvent};
use leptos::html::{Div, Input};
use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::help::HelpEntry;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

use super::entry::{Entry, entries};
use super::list::{FoundList, ID, option_id};
use crate::i18n::{Strings, use_strings};
use crate::session::{Session, use_session};
use crate::ui::filter::is_call;
use crate::ui::icon::{Icon, IconName, IconSize};
use crate::{api, browser, navigation};

/// The server is asked when nothing was typed for so long.
const PAUSE: Duration = Duration::from_millis(150);

/// What came of the newest question.
#[derive(Clone, Default, PartialEq)]
struct Answer {
    /// What was asked for; empty before the first question.
    typed: String,
    /// What was found.
    entries: Vec<Entry>,
    /// Whether the server did not answer: then these are the page's own places.
    failed: bool,
}

/// The state of the field, handed to what happens later.
#[derive(Clone, Copy)]
struct Search {
    strings: &'static Strings,
    session: Session,
    text: RwSignal<String>,
    answer: RwSignal<Answer>,
    active: RwSignal<usize>,
    is_open: RwSignal<bool>,
    /// Counts the questions: only the newest one is answered.
    newest: StoredValue<u64>,
    /// Enter was pressed before the answer came.
    goes_on_answer: StoredValue<bool>,
    /// The titles of the help, once they were needed.
    help: StoredValue<Vec<HelpEntry>>,
    /// What had the focus before.
    before: StoredValue<Option<HtmlElement>, LocalStorage>,
}

impl Search {
    fn new() -> Self {
        Self {
            strings: use_strings(),
            session: use_session(),
            text: RwSignal::default(),
            answer: RwSignal::default(),
            active: RwSignal::new(0),
            is_open: RwSignal::new(false),
            newest: StoredValue::new(0),
            goes_on_answer: StoredValue::new(false),
            help: StoredValue::new(Vec::new()),
            before: StoredValue::new_local(None),
        }
    }

    fn type_in(self, typed: String) {
        self.text.set(typed);
        self.is_open.set(true);
        self.goes_on_answer.set_value(false);
        let own = self.newest.get_value() + 1;
        self.newest.set_value(own);
        set_timeout(move || self.ask(own), PAUSE);
    }

    /// Whether nothing was typed since, and the page is still there.
    fn is_newest(self, own: u64) -> bool {
        self.newest.try_get_value() == Some(own)
    }

    fn ask(self, own: u64) {
        if !self.is_newest(own) {
            return;
        }
        let typed = self.text.get_untracked().trim().to_owned();
        if typed.is_empty() {
            self.answer.set(Answer::default());
            return;
        }
        let s = self.strings;
        spawn_local(async move {
            if self.help.try_with_value(Vec::is_empty) == Some(true)
                && let Ok(index) = api::help::index(s.locale.tag()).await
            {
                let _ = self.help.try_update_value(|help| *help = index.articles);
            }
            let hits = api::search::find(&typed).await;
            if self.is_newest(own) {
                let failed = hits.is_err();
                let hits = hits.unwrap_or_default();
                let found = self.help.with_value(|help| entries(s, self.session, &typed, &hits, help));
                self.active.set(0);
                self.answer.set(Answer { typed, entries: found, failed });
                if self.goes_on_answer.get_value() {
                    self.go();
                }
            }
        });
    }

    fn is_answered(self) -> bool {
        self.answer.with_untracked(|answer| answer.typed == self.text.get_untracked().trim())
    }

    /// Goes where the active option leads, as soon as there is an answer to what is typed.
    fn go(self) {
        if !self.is_answered() {
            self.goes_on_answer.set_value(true);
            return;
        }
        let active = self.active.get_untracked();
        let href = self.answer.with_untracked(|answer| answer.entries.get(active).map(|entry| entry.href.clone()));
        if let Some(href) = href {
            self.close();
            navigation::go(&href);
        }
    }

    fn step(self, forward: bool) {
        let count = self.answer.with_untracked(|answer| answer.entries.len());
        self.is_open.set(true);
        if count > 0 {
            let place = self.active.get_untracked();
            self.active.set(if forward { (place + 1) % count } else { (place + count - 1) % count });
            browser::show(&option_id(self.active.get_untracked()));
        }
    }

    /// Empties the field and folds the list.
    fn close(self) {
        self.newest.update_value(|newest| *newest += 1);
        self.goes_on_answer.set_value(false);
        self.text.set(String::new());
        self.answer.set(Answer::default());
        self.is_open.set(false);
    }

    fn leave(self) {
        self.close();
        match self.before.get_value().filter(|element| element.is_connected() && element.tag_name() != "BODY") {
            Some(element) => browser::focus_element(&element),
            None => browser::focus("main"),
        }
    }
}

/// The field in the bar and its list.
#[component]
pub(crate) fn SearchField() -> impl IntoView {
    let s = use_strings();
    let search = Search::new();
    let (outer, field) = (NodeRef::<Div>::new(), NodeRef::<Input>::new());
    listen(search, field);
    let keys = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "ArrowDown" => search.step(true),
            "ArrowUp" => search.step(false),
            "Enter" if !event.is_composing() => search.go(),
            "Escape" => search.leave(),
            _ => return,
        }
        event.prevent_default();
    };
    let left = move |event: FocusEvent| {
        let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        if !outer.get_untracked().is_some_and(|outer| outer.contains(to.as_ref())) {
            search.is_open.set(false);
        }
    };
    let found = Signal::derive(move || search.answer.with(|answer| answer.entries.clone()));
    let is_listed = Memo::new(move |_| search.is_open.get() && search.answer.with(|answer| !answer.entries.is_empty()));
    let active = move || is_listed.get().then(|| option_id(search.active.get()));
    let said = move || {
        let answer = search.answer.get();
        match (search.is_open.get() && !answer.typed.is_empty(), answer.entries.len()) {
            (false, _) => String::new(),
            (true, _) if answer.failed => s.search.failed.to_owned(),
            (true, 0) => (s.search.nothing)(&answer.typed),
            (true, count) => (s.search.count)(count as u64),
        }
    };
    let is_said = move || is_listed.get() && !search.answer.with(|answer| answer.failed);
    view! {
        <div class="search" role="search" node_ref=outer on:focusout=left>
            <Icon name=IconName::Search size=IconSize::Small/>
            <input
                type="text"
                role="combobox"
                node_ref=field
                aria-label=s.search.label
                aria-expanded=move || if is_listed.get() { "true" } else { "false" }
                aria-controls=move || is_listed.get().then_some(ID)
                aria-autocomplete="list"
                aria-activedescendant=active
                placeholder=s.search.label
                autocomplete="off"
                spellcheck="false"
                maxlength=shared::search::SEARCH_CHARACTERS_MAX
                prop:value=move || search.text.get()
                on:input:target=move |event| search.type_in(event.target().value())
                on:keydown=keys
                on:focus=move |event| remember(search, &event)
            />
            <kbd aria-hidden="true">{keys_of_this_system()}</kbd>
            <div class="results" data-open=move || (!said().is_empty()).then_some("")>
                <p role="status" class:unseen=is_said>{said}</p>
                {move || is_listed.get().then(|| {
                    view! { <FoundList entries=found active=search.active on_choose=move |()| search.close()/> }
                })}
            </div>
        </div>
    }
}

/// The keys that lead to the field, as they are called here.
fn keys_of_this_system() -> &'static str {
    let is_mac = window().navigator().platform().is_ok_and(|platform| platform.starts_with("Mac"));
    if is_mac { "⌘ K" } else { "Ctrl K" }
}

/// Keeps what had the focus before the field took it.
fn remember(search: Search, event: &FocusEvent) {
    let before = event.related_target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    search.before.set_value(before);
    search.is_open.set(true);
}

/// Leads to the field by its keys.
fn listen(search: Search, field: NodeRef<Input>) {
    let handle = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        let by_letter = (event.ctrl_key() || event.meta_key()) && !event.alt_key() && event.key() == "k";
        let by_slash =
            is_call(&event) && document().query_selector(".main .filter").is_ok_and(|filter| filter.is_none());
        if let (true, Some(field)) = (by_letter || by_slash, field.get_untracked()) {
            event.prevent_default();
            let before = browser::focused();
            browser::focus_element(&field);
            field.select();
            // The browser says where the focus came from only when a person moved it.
            if before.as_ref() != Some(field.as_ref()) {
                search.before.set_value(before);
            }
        }
    });
    on_cleanup(move || handle.remove());
}
