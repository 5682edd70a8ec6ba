//! The keyboard in a list: arrows, Page Up and Down, Home and End walk from row to row.

use leptos::ev::KeyboardEvent;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::browser;

/// So many rows further by Page Down.
const PAGE: usize = 15;

/// Where the focus lies: elsewhere these keys mean something else.
const ELSEWHERE: &str = "[role=menu], [popover], select, textarea, input:not([type=checkbox])";

/// The row that a key leads to, of so many; nothing when the key means nothing here.
pub(super) fn target(event: &KeyboardEvent, count: usize) -> Option<usize> {
    if event.meta_key() || event.alt_key() || event.ctrl_key() || event.shift_key() || event.default_prevented() {
        return None;
    }
    let inside = event.target()?.dyn_into::<Element>().ok()?;
    if inside.closest(ELSEWHERE).ok()?.is_some() {
        return None;
    }
    let here = index_of(&inside.closest("[aria-rowindex]").ok()??)?;
    let last = count.checked_sub(1)?;
    Some(match event.key().as_str() {
        "ArrowDown" => (here + 1).min(last),
        "ArrowUp" => here.saturating_sub(1),
        "PageDown" => (here + PAGE).min(last),
        "PageUp" => here.saturating_sub(PAGE),
        "Home" => 0,
        "End" => last,
        _ => return None,
    })
}

/// The row of this index gives the focus to its name; whether it is in the page.
pub(super) fn focus_row(rows: &Element, index: usize) -> bool {
    let selector = format!("[aria-rowindex='{}'] td[data-cell=name] :is(a, [tabindex])", index + 2);
    let Ok(Some(link)) = rows.query_selector(&selector) else { return false };
    browser::focus_element(&link);
    true
}

/// Rows are counted from 1, and the first is that of the heads.
fn index_of(row: &Element) -> Option<usize> {
    row.get_attribute("aria-rowindex")?.parse::<usize>().ok()?.checked_sub(2)
}
