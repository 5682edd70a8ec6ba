//! What a page shows of its data: a frame before the first, the last good afterwards, and why there is none.

use leptos::prelude::*;

use crate::i18n::use_strings;
use crate::loading::Loaded;
use crate::parts::trouble::of_failure;
use crate::ui::button::Button;
use crate::ui::problem::ProblemBox;
use crate::ui::say::Say;
use crate::ui::status::Shape;

/// Draws its children once there is data, and hands them a signal of it: `<Load from=hosts let:hosts>`.
///
/// They stay while data is fetched again, and when that fails: then a sentence above says that it is old.
#[component]
pub(crate) fn Load<T, V>(
    /// What is fetched.
    from: Loaded<T>,
    /// The view, from the signal of the data.
    children: impl Fn(Signal<T>) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let s = use_strings();
    let (value, failure) = (from.value(), from.failure());
    let has_value = Memo::new(move |_| value.with(Option::is_some));
    let failed = Memo::new(move |_| failure.get());
    let again = move |()| from.refresh();
    let stale = move || {
        (has_value.get() && failed.get().is_some()).then(|| {
            view! { <Say shape=Shape::Warning title=s.problems.stale text=s.problems.stale_text/> }
        })
    };
    let content = move || match (has_value.get(), value.get_untracked()) {
        (true, Some(first)) => children(from.last_good(first)).into_any(),
        _ => (move || match failed.get() {
            Some(failure) => view! {
                <ProblemBox trouble=of_failure(s, &failure)>
                    <Button on_press=again>{s.words.try_again}</Button>
                </ProblemBox>
            }
            .into_any(),
            None => view! { <div class="load" aria-busy="true"><i></i><i></i><i></i></div> }.into_any(),
        })
        .into_any(),
    };
    view! {
        {stale}
        {content}
    }
}
