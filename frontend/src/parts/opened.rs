//! A panel that opens once what it works on is here, or says why that is not to be had.

use leptos::prelude::*;

use crate::i18n::use_strings;
use crate::loading::Loaded;
use crate::navigation;
use crate::parts::trouble::FailureBox;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::panel::Panel;

/// Draws its children once there is data, and hands them a signal of it: `<Opened from=item title let:item>`.
#[component]
pub(crate) fn Opened<T, V>(
    /// What is fetched.
    from: Loaded<T>,
    /// What the panel is, when there is only a failure to show.
    title: &'static str,
    /// The panel, from the signal of the data.
    children: impl Fn(Signal<T>) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let s = use_strings();
    let value = from.value();
    let has_value = Memo::new(move |_| value.with(Option::is_some));
    let has_failed = Memo::new(move |_| from.failure().with(Option::is_some));
    let cancel = move || {
        view! { <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{s.words.cancel}</Button> }
    };
    move || match (has_value.get(), value.get_untracked(), has_failed.get()) {
        (true, Some(first), _) => children(from.last_good(first)).into_any(),
        (_, _, true) => view! {
            <Panel title on_submit=|()| {} footer=cancel><FailureBox failure=from.failure()/></Panel>
        }
        .into_any(),
        _ => ().into_any(),
    }
}
