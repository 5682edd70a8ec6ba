//! Walking among the links of one drawing: Tab comes to one of them, arrows, Home and End walk.

use leptos::ev::KeyboardEvent;
use web_sys::Element;

use crate::browser;

/// The link that a key leads to, by its place; it has the focus then. Nothing when the key means nothing here.
pub(super) fn walk(event: &KeyboardEvent, drawing: &Element) -> Option<usize> {
    let links = browser::all_below(drawing, "a");
    let focused = browser::focused()?;
    let here = links.iter().position(|link| link == focused.as_ref())?;
    let to = step(&event.key(), here, links.len())?;
    event.prevent_default();
    browser::focus_element(&links[to]);
    Some(to)
}

/// Where a key leads from a link.
fn step(key: &str, here: usize, count: usize) -> Option<usize> {
    match key {
        "ArrowLeft" => Some(here.saturating_sub(1)),
        "ArrowRight" => Some((here + 1).min(count.saturating_sub(1))),
        "Home" => Some(0),
        "End" => Some(count.saturating_sub(1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_walk_and_stop_at_the_ends() {
        assert_eq!(step("ArrowLeft", 29, 30), Some(28));
        assert_eq!(step("ArrowRight", 29, 30), Some(29));
        assert_eq!(step("ArrowLeft", 0, 30), Some(0));
        assert_eq!((step("Home", 7, 30), step("End", 7, 30), step("Tab", 7, 30)), (Some(0), Some(29), None));
    }
}
