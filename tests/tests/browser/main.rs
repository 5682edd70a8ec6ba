//! Journeys through the page in a real browser, from the one-time link to a restored disk.

mod every_page;
mod first_backup;
mod keyboard;
mod languages;
mod policy;
mod protect_many;
mod search;
mod swedish;
mod wall;
