//! Journeys through the page in a real browser, from the one-time link to a restored disk.

mod first_backup;
mod last_days;
mod policy;
mod protect_many;
mod swedish;
mod wall;
