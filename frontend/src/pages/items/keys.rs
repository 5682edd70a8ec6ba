//! Keys in the list: letters are the commands of the row that has the focus.

use leptos::ev::KeyboardEvent;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A command's letter, as `data-key` has it on the `<kbd>` of its menu entry.
pub(super) const BACKUP_NOW: &str = "b";
/// As above.
pub(super) const RESTORE: &str = "r";

/// Does what a key asks for inside a list of items.
pub(super) fn pressed(event: &KeyboardEvent) {
    let modified = event.meta_key() || event.alt_key() || event.ctrl_key();
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let (false, Ok(Some(row))) = (modified || event.default_prevented(), target.closest("tr")) else { return };
    let done = match event.key().to_lowercase().as_str() {
        key @ (BACKUP_NOW | RESTORE) => command(&row, key),
        _ => None,
    };
    if done.is_some() {
        event.prevent_default();
    }
}

fn command(row: &Element, key: &str) -> Option<()> {
    let letter = row.query_selector(&format!("kbd[data-key='{key}']")).ok()??;
    letter.closest("[role=menuitem]").ok()??.dyn_into::<HtmlElement>().ok()?.click();
    Some(())
}
