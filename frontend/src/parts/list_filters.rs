//! The filters above a list, each of which stands in the address under the server's own name for it.

use std::time::Duration;

use chrono::TimeDelta;
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use shared::page::Total;

use crate::i18n::use_strings;
use crate::ui::chips::ChipSelect;
use crate::ui::filter::Filter;
use crate::ui::select::Entries;
use crate::{clock, navigation};

/// What is looked for, in an address.
const WORDS: &str = "q";

/// Who types faster than this is not done yet.
const PAUSE: Duration = Duration::from_millis(200);

/// The field above a list: what is typed stands in the address a moment later.
#[component]
pub(crate) fn WordsFilter(
    /// What it filters by.
    #[prop(into)]
    label: TextProp,
) -> impl IntoView {
    let asked = Memo::new(|_| navigation::page().parameter(WORDS).unwrap_or_default());
    let text = RwSignal::new(asked.get_untracked());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(handle)) = timer.try_update_value(Option::take) {
            handle.clear();
        }
    };
    on_cleanup(stop);
    // Back, or a link, says something else.
    Effect::new(move |_| {
        let asked = asked.get();
        if text.with_untracked(|text| text.trim() != asked) {
            text.set(asked);
        }
    });
    Effect::new(move |_| {
        let typed = text.with(|text| text.trim().to_owned());
        stop();
        if asked.with_untracked(|asked| *asked != typed) {
            let say = move || navigation::set_parameter(WORDS, Some(typed.as_str()).filter(|typed| !typed.is_empty()));
            timer.set_value(set_timeout_with_handle(say, PAUSE).ok());
        }
    });
    view! { <Filter label text/> }
}

/// A filter that names what it lets through; another choice is a step in the history.
#[component]
pub(crate) fn ParameterFilter(
    /// Its name in the address.
    name: &'static str,
    /// What is filtered by.
    #[prop(into)]
    label: TextProp,
    /// What there is to choose besides everything.
    #[prop(into)]
    entries: Signal<Entries>,
) -> impl IntoView {
    let s = use_strings();
    let with_all = Signal::derive(move || {
        let mut all = vec![(String::new(), s.words.all.to_lowercase())];
        all.extend(entries.get());
        all
    });
    let chosen = Memo::new(move |_| navigation::page().parameter(name).unwrap_or_default());
    let choose = move |key: String| {
        navigation::go(&navigation::with_parameter(name, Some(key.as_str()).filter(|key| !key.is_empty())));
    };
    view! { <ChipSelect label entries=with_all chosen on_choose=choose/> }
}

/// What a filter by time is called in an address.
pub(crate) const PERIOD: &str = "period";

/// Periods that end now, in hours, as an address has them.
const PERIODS: [(&str, u64); 3] = [("24h", 24), ("7d", 7 * 24), ("30d", 30 * 24)];

/// A filter by time: the last hours or days.
#[component]
pub(crate) fn PeriodFilter() -> impl IntoView {
    let s = use_strings();
    let words = |hours: u64| match hours {
        0..=24 => (s.words.last_hours)(hours),
        _ => (s.words.last_days)(hours / 24),
    };
    let entries = PERIODS.map(|(key, hours)| (key.to_owned(), words(hours))).to_vec();
    view! { <ParameterFilter name=PERIOD label=s.words.period entries=Signal::stored(entries)/> }
}

/// When the period began that the address asks for, as the server reads it. It stays where it is while the list is fetched again: a list that
/// began elsewhere each time would be another one.
pub(crate) fn since() -> Memo<Option<String>> {
    let chosen = Memo::new(|_| navigation::page().parameter(PERIOD));
    Memo::new(move |_| {
        let chosen = chosen.get()?;
        let (_, hours) = PERIODS.into_iter().find(|(key, _)| *key == chosen)?;
        Some(clock::iso(clock::now() - TimeDelta::hours(i64::try_from(hours).unwrap_or(0))))
    })
}

/// How many entries the filters let through.
#[component]
pub(crate) fn TotalNote(
    /// So many.
    total: Signal<Option<Total>>,
) -> impl IntoView {
    let s = use_strings();
    let note = move || match total.get() {
        None => String::new(),
        Some(Total { count, is_more: true }) => (s.words.more_than)(&s.count(count)),
        Some(Total { count, .. }) => (s.words.entries)(&s.count(count)),
    };
    view! { <span class="push" role="status">{note}</span> }
}
