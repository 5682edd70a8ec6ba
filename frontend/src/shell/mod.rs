//! The frame around every page: bar, menu, and the place where page and panel lie side by side.

mod account;
mod clock_doubt;
mod frame;
mod help_link;
mod language_menu;
mod live_state;
mod notifications;
pub(crate) mod places;
mod search;
mod side_menu;
mod theme_menu;
mod top_bar;

pub(crate) use frame::{NewerVersion, Shell};
