//! A list: heads, and the rows that can be seen.

use leptos::prelude::*;
use leptos::text_prop::TextProp;
use uuid::Uuid;

use super::column::ListColumn;
use super::head::{Head, order};
use super::kept::Kept;
use super::rows::Rows;

/// A list of any length.
#[component]
pub(crate) fn List(
    /// What it lists, for screen readers.
    #[prop(into)]
    label: TextProp,
    /// Its columns.
    columns: Vec<ListColumn>,
    /// What the browser remembers of it.
    kept: Kept,
    /// Its order when the address asks for none.
    first_sort: &'static str,
    /// The rows that were fetched, in order.
    #[prop(into)]
    keys: Signal<Vec<Uuid>>,
    /// How many rows there are altogether; nothing when nobody knows.
    #[prop(into)]
    total: Signal<Option<u64>>,
    /// Asks for more rows, if there are any.
    #[prop(into)]
    more: Callback<()>,
    /// The cells of a row, one a column.
    #[prop(into)]
    row: Callback<Uuid, Vec<AnyView>>,
    /// What stands below a row: rows of their own across all columns, or nothing.
    #[prop(into)]
    below: Callback<Uuid, AnyView>,
) -> impl IntoView {
    let order = order(first_sort);
    let heads =
        columns.iter().map(|column| view! { <Head column=*column order first=first_sort kept/> }).collect_view();
    let count = move || total.get().map_or_else(|| "-1".to_owned(), |total| (total + 1).to_string());
    view! {
        <div class="list" data-density=move || kept.is_compact().then_some("compact")>
            <table class="table" role="table" aria-label=move || label.get().into_owned() aria-rowcount=count>
                <thead role="rowgroup"><tr role="row" aria-rowindex="1">{heads}</tr></thead>
                <Rows columns=StoredValue::new(columns) kept keys more row below/>
            </table>
        </div>
    }
}
