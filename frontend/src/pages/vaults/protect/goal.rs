//! The first step: where the workload runs, and what of it is backed up (C-074).

use leptos::prelude::*;

use crate::i18n::use_strings;
use crate::ui::form::Entry;
use crate::ui::select::SelectField;

/// The backup goal. There is one of each to choose; the questions say what the rest is about.
#[component]
pub(super) fn GoalStep() -> impl IntoView {
    let s = use_strings();
    let only = |name: &'static str| {
        let entries = Signal::stored(vec![("only".to_owned(), name.to_owned())]);
        (entries, Entry::new("only", |_| Ok(())))
    };
    let (places, place) = only(s.protect.local_hosts);
    let (kinds, kind) = only(s.machines.machine);
    view! {
        <SelectField
            label=s.protect.where_runs
            hint=s.protect.local_hosts_hint
            entries=places
            entry=place
        />
        <SelectField label=s.protect.what entries=kinds entry=kind/>
    }
}
