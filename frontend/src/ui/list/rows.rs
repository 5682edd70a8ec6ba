//! The rows of a list: those that can be seen are in the page, and two gaps stand for the others.

use std::ops::Range;

use leptos::ev;
use leptos::html::Tbody;
use leptos::prelude::*;
use uuid::Uuid;
use web_sys::Element;

use super::column::ListColumn;
use super::kept::Kept;
use super::keys;
use super::window::Measure;
use crate::browser;

/// How high a row is before one was measured.
const ROW: f64 = 40.0;

/// So many rows before the end of what was fetched, more is asked for.
const NEAR_THE_END: usize = 50;

/// The rows of a list.
#[component]
pub(super) fn Rows(
    /// The columns.
    columns: StoredValue<Vec<ListColumn>>,
    /// Which of them are hidden.
    kept: Kept,
    /// The rows, in order.
    keys: Signal<Vec<Uuid>>,
    /// Asks for more rows, if there are any.
    more: Callback<()>,
    /// The cells of a row, one a column.
    row: Callback<Uuid, Vec<AnyView>>,
    /// What stands below a row.
    below: Callback<Uuid, AnyView>,
) -> impl IntoView {
    let body = NodeRef::<Tbody>::new();
    let height = RwSignal::new(ROW);
    let window = RwSignal::new(0..0);
    let wanted = StoredValue::new(None::<usize>);
    let count = Memo::new(move |_| keys.with(Vec::len));
    let look = move || {
        let Some(body) = body.try_get_untracked().flatten() else { return };
        let Some(measured) = measure(&body, (height, window)) else { return };
        let seen = measured.window(count.get_untracked());
        if window.with_untracked(|before| *before != seen) {
            window.set(seen);
        }
    };
    for handle in
        [window_event_listener(ev::scroll, move |_| look()), window_event_listener(ev::resize, move |_| look())]
    {
        on_cleanup(move || handle.remove());
    }
    Effect::new(move |_| {
        count.track();
        let _ = kept.is_compact();
        request_animation_frame(look);
    });
    Effect::new(move |_| {
        if window.get().end + NEAR_THE_END > count.get() {
            more.run(());
        }
        let index = wanted.get_value();
        request_animation_frame(move || {
            if let (Some(index), Some(Some(body))) = (index, body.try_get_untracked())
                && keys::focus_row(&body, index)
            {
                wanted.set_value(None);
            }
        });
    });
    let press = move |event: ev::KeyboardEvent| {
        let (Some(body), Some(index)) = (body.get_untracked(), keys::target(&event, count.get_untracked())) else {
            return;
        };
        event.prevent_default();
        if !keys::focus_row(&body, index) {
            wanted.set_value(Some(index));
            scroll_to(&body, index, height.get_untracked());
        }
    };
    let shown = move || {
        let Range { start, end } = window.get();
        keys.with(|keys| keys[start.min(keys.len())..end.min(keys.len())].to_vec())
    };
    let gap_above = move || pixels(window.get().start, height.get());
    let gap_below = move || pixels(count.get().saturating_sub(window.get().end), height.get());
    view! {
        <tbody role="rowgroup" node_ref=body on:keydown=press>
            <tr class="gap" aria-hidden="true" style:height=gap_above></tr>
            <For each=shown key=|key| *key let:key>
                <VirtualRow columns kept keys key row/>
                {below.run(key)}
            </For>
            <tr class="gap" aria-hidden="true" style:height=gap_below></tr>
        </tbody>
    }
}

#[component]
fn VirtualRow(
    /// The columns.
    columns: StoredValue<Vec<ListColumn>>,
    /// Which of them are hidden.
    kept: Kept,
    /// All rows, in order.
    keys: Signal<Vec<Uuid>>,
    /// This one.
    key: Uuid,
    /// Its cells, one a column.
    row: Callback<Uuid, Vec<AnyView>>,
) -> impl IntoView {
    let index = Memo::new(move |_| keys.with(|keys| keys.iter().position(|own| *own == key).map(|index| index + 2)));
    let cell = |(column, content): (ListColumn, AnyView)| {
        let label = column.is_labelled.then_some(column.title);
        view! {
            <td
                role="cell"
                data-cell=column.kind.word()
                data-label=label
                data-leave=column.leave()
                hidden=move || kept.hides(column.key)
            >
                {content}
            </td>
        }
        .into_any()
    };
    let cells: Vec<AnyView> = columns.get_value().into_iter().zip(row.run(key)).map(cell).collect();
    view! { <tr role="row" aria-rowindex=move || index.get()>{cells}</tr> }
}

/// What can be measured now, with the mean height of the rows that are in the page.
fn measure(body: &Element, (height, window): (RwSignal<f64>, RwSignal<Range<usize>>)) -> Option<Measure> {
    let rows = browser::all_below(body, ":scope > [aria-rowindex]");
    if let (Some(first), Some(last)) = (rows.first(), rows.last()) {
        let span = last.get_bounding_client_rect().bottom() - first.get_bounding_client_rect().top();
        #[expect(clippy::cast_precision_loss, reason = "there are few rows in the page")]
        let mean = span / rows.len() as f64;
        // Rows of one height are measured once; cards of several must not make the list tremble.
        if mean > 1.0 && (mean - height.get_untracked()).abs() > height.get_untracked() * 0.1 {
            height.set(mean);
        }
    }
    window.try_get_untracked()?;
    let screen = leptos::prelude::window().inner_height().ok()?.as_f64()?;
    Some(Measure { top: body.get_bounding_client_rect().top(), screen, row: height.get_untracked() })
}

fn scroll_to(body: &Element, index: usize, height: f64) {
    #[expect(clippy::cast_precision_loss, reason = "a screen has fewer pixels than that")]
    let place = body.get_bounding_client_rect().top() + index as f64 * height;
    let screen = leptos::prelude::window().inner_height().ok().and_then(|high| high.as_f64()).unwrap_or(0.0);
    leptos::prelude::window().scroll_by_with_x_and_y(0.0, place - screen / 2.0);
}

fn pixels(rows: usize, height: f64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a screen has fewer pixels than that")]
    let pixels = rows as f64 * height;
    format!("{pixels}px")
}
