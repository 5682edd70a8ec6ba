//! What the browser remembers of a list: which columns are hidden. How dense rows are is the same for all lists.

use leptos::prelude::*;

use crate::browser;

const COMPACT: &str = "compact-rows";

/// Which columns of a list someone has hidden.
#[derive(Clone, Copy)]
pub(crate) struct Kept {
    name: &'static str,
    hidden: RwSignal<Vec<String>>,
    compact: RwSignal<bool>,
}

impl Kept {
    /// What is remembered of the list of this name.
    pub(crate) fn of(name: &'static str) -> Self {
        let hidden = browser::stored(&place(name)).unwrap_or_default();
        let hidden = hidden.split(',').filter(|key| !key.is_empty()).map(str::to_owned).collect();
        Self { name, hidden: RwSignal::new(hidden), compact: RwSignal::new(browser::stored(COMPACT).is_some()) }
    }

    /// Whether a column is hidden.
    pub(super) fn hides(self, key: Option<&'static str>) -> bool {
        key.is_some_and(|key| self.hidden.with(|hidden| hidden.iter().any(|own| own == key)))
    }

    /// Hides a column, or shows it again.
    pub(super) fn toggle(self, key: &'static str) {
        self.hidden.update(|hidden| match hidden.iter().position(|own| own == key) {
            Some(place) => drop(hidden.remove(place)),
            None => hidden.push(key.to_owned()),
        });
        let text = self.hidden.with_untracked(|hidden| hidden.join(","));
        browser::store(&place(self.name), Some(&text).filter(|text| !text.is_empty()).map(String::as_str));
    }

    /// Whether rows are dense.
    pub(super) fn is_compact(self) -> bool {
        self.compact.get()
    }

    /// Makes rows dense, or not.
    pub(super) fn toggle_compact(self) {
        self.compact.update(|compact| *compact = !*compact);
        browser::store(COMPACT, self.compact.get_untracked().then_some("yes"));
    }
}

fn place(name: &str) -> String {
    format!("list.{name}.hidden")
}
