//! Journeys through the page in a real browser, from the one-time link to a restored disk.

mod access;
mod first_backup;
mod policy;
mod protect_many;
mod swedish;
mod wall;
