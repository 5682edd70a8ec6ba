//! The activity log: who did what, when, on what.

mod filters;
mod list;
mod object;

pub(crate) use list::ActivityPage;
