//! The heads of a list, which sort it.

use leptos::prelude::*;

use super::column::ListColumn;
use super::kept::Kept;
use crate::navigation;
use crate::ui::icon::{Icon, IconName};
use crate::ui::table::CellKind;

/// The name under which the address says the order.
const SORT: &str = "sort";

/// The order that the address asks for, as the server reads it; `first` when it asks for none.
pub(super) fn order(first: &'static str) -> Signal<String> {
    Memo::new(move |_| navigation::page().parameter(SORT).unwrap_or_else(|| first.to_owned())).into()
}

/// Sorts the list: a step in the history. The order that it has by itself does not stand in the address.
pub(super) fn sort_by(order: &str, first: &'static str) {
    navigation::go(&navigation::with_parameter(SORT, Some(order).filter(|order| *order != first)));
}

/// The head of a column.
#[component]
pub(super) fn Head(
    /// The column.
    column: ListColumn,
    /// The order of the list.
    order: Signal<String>,
    /// Its order when the address asks for none.
    first: &'static str,
    /// Which columns are hidden.
    kept: Kept,
) -> impl IntoView {
    let direction = move || {
        let name = column.sort?;
        order.with(|order| match order.strip_prefix('-') {
            Some(rest) => (rest == name).then_some("descending"),
            None => (order == name).then_some("ascending"),
        })
    };
    let press = move |_| {
        if let Some(name) = column.sort {
            let other_way = order.with_untracked(|order| order == name);
            sort_by(&if other_way { format!("-{name}") } else { name.to_owned() }, first);
        }
    };
    let title = match (column.kind, column.sort) {
        (CellKind::Actions, _) => view! { <span class="unseen">{column.title}</span> }.into_any(),
        (_, Some(_)) => view! {
            <button type="button" on:click=press>{column.title} <Icon name=IconName::Chev/></button>
        }
        .into_any(),
        _ => column.title.into_any(),
    };
    view! {
        <th
            scope="col"
            role="columnheader"
            data-cell=column.kind.word()
            data-leave=column.leave()
            aria-sort=direction
            hidden=move || kept.hides(column.key)
        >
            {title}
        </th>
    }
}
