//! What can be done with the ticked rows of a list.

use std::collections::HashSet;

use leptos::prelude::*;
use uuid::Uuid;

use crate::i18n::use_strings;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::list::Ticked;

/// What can be done with the ticked rows, while there are any; ways to tick all and none.
#[component]
pub(crate) fn SelectedBar(
    /// The rows that are shown.
    #[prop(into)]
    shown: Signal<Vec<Uuid>>,
    /// Those that are ticked.
    ticked: Ticked,
    /// What can be done.
    #[prop(into)]
    commands: ViewFn,
) -> impl IntoView {
    let s = use_strings();
    let count = Memo::new(move |_| {
        ticked.with(|ticked| shown.with(|all| all.iter().filter(|key| ticked.contains(key)).count()))
    });
    let is_shown = Memo::new(move |_| count.get() > 0);
    let select = move |()| ticked.update(|ticked| ticked.extend(shown.get_untracked()));
    let bar = move || {
        is_shown.get().then(|| {
            view! {
                <b role="status">
                    {move || (s.protect.selected)(count.get() as u64, shown.with(Vec::len) as u64)}
                </b>
                {commands.run()}
                <Button kind=ButtonKind::Quiet on_press=select>{s.protect.select_shown}</Button>
                <Button kind=ButtonKind::Quiet on_press=move |()| ticked.update(HashSet::clear)>{s.protect.clear}</Button>
            }
        })
    };
    view! { <div class="selected-bar">{bar}</div> }
}
