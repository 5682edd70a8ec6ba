//! What stands above a list besides its filters: which columns it has, how dense it is, and, where it has no heads, its order.

use leptos::prelude::*;

use super::column::ListColumn;
use super::head::{order, sort_by};
use super::kept::Kept;
use crate::i18n::use_strings;
use crate::ui::chips::ChipSelect;
use crate::ui::icon::{Icon, IconName};
use crate::ui::menu::{Menu, MenuCheck};

/// The tools of a list.
#[component]
pub(crate) fn ListTools(
    /// The columns of the list.
    columns: Vec<ListColumn>,
    /// What the browser remembers of it.
    kept: Kept,
    /// Its order when the address asks for none.
    first_sort: &'static str,
) -> impl IntoView {
    let s = use_strings();
    let sorted = order(first_sort);
    let ways = columns.iter().filter_map(|column| Some((column.sort?, column.title)));
    let ways = ways.flat_map(|(name, title)| {
        [(name.to_owned(), format!("{title} ↑")), (format!("-{name}"), format!("{title} ↓"))]
    });
    let entries = Signal::stored(ways.collect::<Vec<_>>());
    let hideable = columns.into_iter().filter_map(|column| Some((column.key?, column.title)));
    let ticks = hideable.map(move |(key, title)| {
        view! {
            <MenuCheck checked=Signal::derive(move || !kept.hides(Some(key))) on_press=move |()| kept.toggle(key)>
                {title}
            </MenuCheck>
        }
    });
    let face = move || view! { <Icon name=IconName::Settings/> };
    view! {
        <span class="list-order">
            <ChipSelect label=s.words.sort_by entries chosen=sorted on_choose=move |key: String| sort_by(&key, first_sort)/>
        </span>
        <Menu label=s.words.columns face>
            {ticks.collect_view()}
            <hr/>
            <MenuCheck checked=Signal::derive(move || kept.is_compact()) on_press=move |()| kept.toggle_compact()>
                {s.words.compact_rows}
            </MenuCheck>
        </Menu>
    }
}
