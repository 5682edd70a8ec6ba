//! The dial of a safe, drawn beside the form. It says nothing; it is looked at.

use leptos::prelude::*;

const TICKS: u32 = 100;
const SPOKES: [f64; 6] = [40.0, 97.0, 152.0, 217.0, 278.0, 337.0];

/// The dial of a safe.
#[component]
pub(crate) fn Dial() -> impl IntoView {
    let tick = |place: u32| {
        let turn = format!("rotate({:.1} 400 400)", f64::from(place) * 3.6);
        match place % 10 {
            0 => view! { <path class="mark" d="M400 44V92" transform=turn/> },
            5 => view! { <path class="tick" d="M400 52V92" transform=turn/> },
            _ => view! { <path class="tick" d="M400 60V84" transform=turn/> },
        }
    };
    let figure = |place: u32| {
        let turn = format!("rotate({:.1} 400 400)", f64::from(place) * 3.6);
        view! { <text x="400" y="132" transform=turn>{place}</text> }
    };
    let spoke =
        |degrees: f64| view! { <path class="spoke" d="M400 244V172" transform=format!("rotate({degrees} 400 400)")/> };
    view! {
        <svg viewBox="0 0 800 800" aria-hidden="true">
            <path class="pointer" d="M388 6h24l-12 22z"/>
            <circle class="ring" cx="400" cy="400" r="372"/>
            <circle class="ring" cx="400" cy="400" r="250"/>
            <circle class="ring" cx="400" cy="400" r="132"/>
            {(0..TICKS).map(tick).collect_view()}
            {(0..TICKS).step_by(10).map(figure).collect_view()}
            {SPOKES.map(spoke).collect_view()}
            <path class="hand" d="M400 400 462 320"/>
            <circle class="hub" cx="400" cy="400" r="8"/>
        </svg>
    }
}
