//! What narrows the log besides words: a person, an action, a time.

use leptos::prelude::*;
use shared::audit::Action;
use shared::event::Topic;

use crate::i18n::{Strings, use_strings};
use crate::loading::load;
use crate::parts::list_filters::{ParameterFilter, PeriodFilter};
use crate::ui::select::Entries;
use crate::{api, navigation};

/// In an address: who did it.
pub(super) const ACTOR: &str = "actor";
/// In an address: what was done.
pub(super) const ACTION: &str = "action";

/// The filters.
#[component]
pub(super) fn Filters() -> impl IntoView {
    let s = use_strings();
    let users = load(|| (), &[Topic::Users], |()| api::users::all());
    let people = Signal::derive(move || {
        let names = users.value().get().unwrap_or_default().into_iter().map(|user| user.name);
        people(names.collect(), navigation::page().parameter(ACTOR))
    });
    view! {
        <ParameterFilter name=ACTOR label=s.activity.who entries=people/>
        <ParameterFilter name=ACTION label=s.activity.what entries=Signal::stored(actions(s))/>
        <PeriodFilter/>
    }
}

/// Everybody who can sign in, and whoever the address names besides: a token, or someone who is gone.
fn people(mut names: Vec<String>, asked: Option<String>) -> Entries {
    names.extend(asked.filter(|asked| !names.contains(asked)));
    names.into_iter().map(|name| (name.clone(), name)).collect()
}

fn actions(s: &Strings) -> Entries {
    let mut entries: Entries = Action::ALL
        .iter()
        .map(|action| (action.as_str().to_owned(), (s.activity.action)(*action).to_owned()))
        .collect();
    entries.sort_by(|a, b| a.1.cmp(&b.1));
    entries
}
