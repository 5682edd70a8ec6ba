//! Shared screens: the list, and the panel that lets one in by its code.

mod browser_name;
mod list;
mod pair;

pub(crate) use list::ScreensPage;
pub(crate) use pair::PairScreenPanel;
