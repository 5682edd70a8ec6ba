//! The server of Cofre: one binary that keeps the state, runs the jobs and serves the page.
//!
//! A request's way: [`http`] (who, may they) → a domain's `api` (decode) → the use case (rules, one transaction) → its `store` (SQL) → after the
//! commit [`events`]. A job's way: [`jobs`] claims the row, runs its kind over `compute` and the engine, and ends it in one transaction.

pub mod app;
pub mod audit;
pub mod auth;
pub mod catalogue;
pub mod clock;
pub mod compute;
pub mod config;
pub mod db;
pub mod error;
pub mod events;
pub mod help;
pub mod history;
pub mod hosts;
pub mod http;
pub mod items;
pub mod jobs;
pub mod listing;
pub mod locations;
pub mod machines;
pub mod maintenance;
pub mod notifications;
pub mod operator;
pub mod outgoing;
pub mod overview;
pub mod policies;
pub mod recovery_points;
pub mod resource_groups;
pub mod samples;
pub mod screens;
pub mod search;
pub mod start;
pub mod storage;
pub mod subscriptions;
pub mod tuning;
pub mod vaults;
