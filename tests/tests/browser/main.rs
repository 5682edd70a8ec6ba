//! Journeys through the page in a real browser, from the one-time link to a restored disk.

mod access;
mod away;
mod clock;
mod connect;
mod every_page;
mod first_backup;
mod identity;
mod keyboard;
mod languages;
mod last_days;
mod lists;
mod maintenance;
mod policy;
mod program;
mod protect_many;
mod search;
mod stored_script;
mod swedish;
mod tabs;
mod wall;
