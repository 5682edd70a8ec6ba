//! The search in the bar: over what the server knows by name, the page's own places, and the help.

mod entry;
mod field;
mod list;

pub(super) use field::SearchField;
