//! The API over real HTTP, a file for each resource.

#![allow(clippy::unwrap_used, reason = "a test ends where it cannot go on")]

mod access;
mod audit;
mod backup_configuration;
mod backup_now;
mod catalogue;
mod clock;
mod connect;
mod database;
mod events;
mod help;
mod history;
mod hosts;
mod identity;
mod items;
mod jobs;
mod lists;
mod locations;
mod machines;
mod maintenance;
mod master_key;
mod notifications;
mod openapi;
mod origin;
mod overview;
mod protection;
mod proxies;
mod recovery_points;
mod resource_groups;
mod restore;
mod scope;
mod screens;
mod search;
mod second_factor;
mod security;
mod sessions;
mod setup;
mod subscriptions;
mod tls;
mod tokens;
mod users;
mod vaults;
mod walk;
