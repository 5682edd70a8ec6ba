//! The overview: how machines are, what runs, what is stored.

pub mod api;
mod show;
mod store;
