//! What narrows the log: a text, a person, an action, a time. All of it stands in the address.

use chrono::TimeDelta;
use leptos::prelude::*;
use shared::audit::Action;
use shared::event::Topic;

use crate::api::audit::AuditFilter;
use crate::i18n::{Strings, use_strings};
use crate::loading::load;
use crate::ui::chips::ChipSelect;
use crate::ui::filter::Filter;
use crate::ui::select::Entries;
use crate::{api, clock, navigation};

const TEXT: &str = "text";
const ACTOR: &str = "actor";
const ACTION: &str = "action";
const PERIOD: &str = "period";

/// Periods that end now, in hours, as the address has them.
const PERIODS: [(&str, i64); 3] = [("24h", 24), ("7d", 7 * 24), ("30d", 30 * 24)];

fn parameter(name: &str) -> Option<String> {
    navigation::page().parameter(name).filter(|value| !value.is_empty())
}

/// What the address asks for. A period begins where it begins when it is chosen.
pub(super) fn filter() -> AuditFilter {
    let hours =
        parameter(PERIOD).and_then(|name| PERIODS.iter().find(|(key, _)| *key == name).map(|(_, hours)| *hours));
    AuditFilter {
        text: parameter(TEXT),
        actor: parameter(ACTOR),
        action: parameter(ACTION),
        since: hours.map(|hours| clock::now() - TimeDelta::hours(hours)),
    }
}

/// The row of filters.
#[component]
pub(super) fn Filters() -> impl IntoView {
    let s = use_strings();
    let text = RwSignal::new(navigation::page().parameter(TEXT).unwrap_or_default());
    Effect::new(move |before: Option<String>| {
        let typed = text.get();
        if before.is_some_and(|before| before != typed) {
            set(TEXT, typed.trim());
        }
        typed
    });
    let users = load(|| (), &[Topic::Users], |()| api::users::all());
    let people = Signal::derive(move || {
        let names = users.value().get().unwrap_or_default().into_iter().map(|user| user.name);
        people(s, names.collect(), parameter(ACTOR))
    });
    let chosen = |name: &'static str| Signal::derive(move || parameter(name).unwrap_or_default());
    view! {
        <div class="filters">
            <Filter label=s.activity.filter text/>
            <ChipSelect label=s.activity.who entries=people chosen=chosen(ACTOR) on_choose=|key: String| set(ACTOR, &key)/>
            <ChipSelect
                label=s.activity.what
                entries=Signal::stored(actions(s))
                chosen=chosen(ACTION)
                on_choose=|key: String| set(ACTION, &key)
            />
            <ChipSelect
                label=s.activity.period
                entries=Signal::stored(periods(s))
                chosen=chosen(PERIOD)
                on_choose=|key: String| set(PERIOD, &key)
            />
        </div>
    }
}

fn set(name: &str, value: &str) {
    navigation::set_parameter(name, Some(value).filter(|value| !value.is_empty()));
}

/// Everybody who can sign in, and whoever the address names besides: a token, or someone who is gone.
fn people(s: &Strings, mut names: Vec<String>, asked: Option<String>) -> Entries {
    names.extend(asked.filter(|asked| !names.contains(asked)));
    let all = [(String::new(), s.words.all.to_owned())];
    all.into_iter().chain(names.into_iter().map(|name| (name.clone(), name))).collect()
}

fn actions(s: &Strings) -> Entries {
    let mut entries: Entries = Action::ALL
        .iter()
        .map(|action| (action.as_str().to_owned(), (s.activity.action)(*action).to_owned()))
        .collect();
    entries.sort_by(|a, b| a.1.cmp(&b.1));
    entries.insert(0, (String::new(), s.words.all.to_owned()));
    entries
}

fn periods(s: &Strings) -> Entries {
    let words = |hours: i64| match hours {
        0..=24 => (s.activity.last_hours)(hours.unsigned_abs()),
        _ => (s.activity.last_days)(hours.unsigned_abs() / 24),
    };
    let any = [(String::new(), s.activity.any_time.to_owned())];
    any.into_iter().chain(PERIODS.map(|(key, hours)| (key.to_owned(), words(hours)))).collect()
}
