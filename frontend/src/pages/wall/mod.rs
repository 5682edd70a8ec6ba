//! The wall: what shared screens show. No controls, no frame; it comes back by itself from everything.
//!
//! `standing` knows whether this browser may show anything; until it may, `pair` shows a code. `shown` is the wall itself,
//! made of `top`, `verdict`, `needs`, `jobs` and `foot`; `watch` notices that the server is gone, and `stale` says so.

mod face;
mod foot;
mod jobs;
mod needs;
mod pair;
mod shown;
mod stale;
mod standing;
mod top;
mod verdict;
mod watch;

use leptos::prelude::*;

use pair::Pair;
use shown::Shown;
use standing::{Standing, View};

/// The wall, or the code that lets this screen show it.
#[component]
pub(crate) fn WallPage() -> impl IntoView {
    let standing = Standing::watch();
    let view = Memo::new(move |_| standing.view());
    move || match view.get() {
        View::Wall => view! { <Shown standing/> }.into_any(),
        View::Code => view! { <Pair standing/> }.into_any(),
        View::Unknown => ().into_any(),
    }
}
