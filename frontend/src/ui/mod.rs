//! Widgets. They know no word of backup and no route of the server: they get texts, signals and addresses.
//!
//! One component a file, its style in `style/components/` under the same name.

pub(crate) mod bars;
pub(crate) mod button;
pub(crate) mod calendar;
pub(crate) mod chips;
pub(crate) mod choices;
pub(crate) mod copy;
pub(crate) mod crumbs;
pub(crate) mod day_dots;
pub(crate) mod dialog;
pub(crate) mod each;
pub(crate) mod empty;
pub(crate) mod field;
pub(crate) mod filter;
pub(crate) mod form;
pub(crate) mod gantt;
pub(crate) mod icon;
pub(crate) mod list;
pub(crate) mod menu;
pub(crate) mod moment;
pub(crate) mod page_head;
pub(crate) mod panel;
pub(crate) mod pick;
pub(crate) mod popover;
pub(crate) mod problem;
pub(crate) mod progress;
pub(crate) mod region;
pub(crate) mod say;
pub(crate) mod secret;
pub(crate) mod select;
pub(crate) mod spark;
pub(crate) mod status;
pub(crate) mod steps;
pub(crate) mod strip;
pub(crate) mod table;
pub(crate) mod tabs;
pub(crate) mod toast;
mod walk;

use std::sync::atomic::{AtomicU32, Ordering};

/// An id for an element that another one names: unique on the page.
pub(crate) fn unique_id(of: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("{of}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
