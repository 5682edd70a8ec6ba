//! The server's routes as functions: one file a domain, one function a route. Nothing else of the page names a route.

mod client;
mod failure;
mod query;

pub(crate) mod audit;
pub(crate) mod auth;
pub(crate) mod clock;
pub(crate) mod help;
pub(crate) mod hosts;
pub(crate) mod identity;
pub(crate) mod items;
pub(crate) mod jobs;
pub(crate) mod locations;
pub(crate) mod machines;
pub(crate) mod maintenance;
pub(crate) mod notifications;
pub(crate) mod overview;
pub(crate) mod policies;
pub(crate) mod recovery_points;
pub(crate) mod resource_groups;
pub(crate) mod restore;
pub(crate) mod screens;
pub(crate) mod search;
pub(crate) mod second_factor;
pub(crate) mod subscriptions;
pub(crate) mod tokens;
pub(crate) mod users;
pub(crate) mod vaults;

pub(crate) use client::on_signed_out;
pub(crate) use failure::Failure;
pub(crate) use query::Query;
