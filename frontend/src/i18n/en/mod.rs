//! The texts in English, one file an area.

mod account;
mod activity;
mod auth;
mod clock;
mod connect;
mod help;
mod history;
mod hosts;
mod identity;
mod items;
mod jobs;
mod locations;
mod machines;
mod maintenance;
mod notifications;
mod overview;
mod policies;
mod problems;
mod protect;
mod resource_groups;
mod restore;
mod resume;
mod screens;
mod search;
mod second_factor;
mod services;
mod shell;
mod tokens;
mod users;
mod vaults;
mod wall;
mod words;

use crate::i18n::{Locale, Strings};

/// The texts in English.
pub(super) static STRINGS: Strings = Strings {
    locale: Locale::English,
    account: account::ACCOUNT,
    activity: activity::ACTIVITY,
    auth: auth::AUTH,
    clock: clock::CLOCK,
    connect: connect::CONNECT,
    history: history::HISTORY,
    help: help::HELP,
    hosts: hosts::HOSTS,
    identity: identity::IDENTITY,
    items: items::ITEMS,
    jobs: jobs::JOBS,
    locations: locations::LOCATIONS,
    machines: machines::MACHINES,
    maintenance: maintenance::MAINTENANCE,
    notifications: notifications::NOTIFICATIONS,
    overview: overview::OVERVIEW,
    policies: policies::POLICIES,
    problems: problems::PROBLEMS,
    protect: protect::PROTECT,
    resource_groups: resource_groups::RESOURCE_GROUPS,
    restore: restore::RESTORE,
    resume: resume::RESUME,
    screens: screens::SCREENS,
    second_factor: second_factor::SECOND_FACTOR,
    search: search::SEARCH,
    services: services::SERVICES,
    shell: shell::SHELL,
    tokens: tokens::TOKENS,
    users: users::USERS,
    vaults: vaults::VAULTS,
    wall: wall::WALL,
    words: words::WORDS,
};
