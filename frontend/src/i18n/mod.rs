//! Every text of the page, in five languages, and how each writes dates, numbers and sizes.
//!
//! An area of the page has its struct here (`vaults.rs`) and its texts in each language's folder (`en/vaults.rs`). To add
//! a text: a field in the struct; the compiler then names the five files that lack it. To add a language: a folder like
//! `en/`, and its lines in `locale.rs`. A component reads its texts once (`use_strings`): when another language is chosen,
//! the page is drawn anew.

mod account;
mod activity;
mod auth;
mod clock;
mod connect;
mod en;
mod es;
pub(crate) mod format;
mod help;
mod history;
mod hosts;
mod identity;
mod items;
mod jobs;
mod locale;
mod locations;
mod machines;
mod maintenance;
mod nl;
mod notifications;
mod overview;
mod policies;
mod problems;
mod protect;
mod pt;
mod resource_groups;
mod restore;
mod resume;
mod screens;
mod search;
mod second_factor;
mod services;
mod shell;
mod sv;
mod tokens;
mod users;
mod vaults;
mod wall;
mod words;

use leptos::prelude::{Get, GetUntracked, RwSignal, Set, document, expect_context, provide_context};

pub(crate) use locale::Locale;

/// Every text of the page in one language. A text that a language lacks does not compile.
#[derive(Clone, Copy)]
pub(crate) struct Strings {
    /// Which language it is.
    pub(crate) locale: Locale,
    /// One’s own account.
    pub(crate) account: account::Account,
    /// The activity log.
    pub(crate) activity: activity::Activity,
    /// Signing in and the first Owner.
    pub(crate) auth: auth::Auth,
    /// The server’s clock.
    pub(crate) clock: clock::Clock,
    /// Connecting a vault that there is.
    pub(crate) connect: connect::Connect,
    /// The last thirty days, and how storage grows.
    pub(crate) history: history::History,
    /// The help around its articles.
    pub(crate) help: help::Help,
    /// Hosts.
    pub(crate) hosts: hosts::Hosts,
    /// Signing in with an identity provider.
    pub(crate) identity: identity::Identity,
    /// Protected items.
    pub(crate) items: items::Items,
    /// Jobs.
    pub(crate) jobs: jobs::Jobs,
    /// Locations.
    pub(crate) locations: locations::Locations,
    /// Virtual machines.
    pub(crate) machines: machines::Machines,
    /// Looking after vaults.
    pub(crate) maintenance: maintenance::Maintenance,
    /// The entries behind the bell.
    pub(crate) notifications: notifications::Notifications,
    /// The overview.
    pub(crate) overview: overview::Overview,
    /// Policies.
    pub(crate) policies: policies::Policies,
    /// What went wrong.
    pub(crate) problems: problems::Problems,
    /// Protecting machines.
    pub(crate) protect: protect::Protect,
    /// Resource groups.
    pub(crate) resource_groups: resource_groups::ResourceGroups,
    /// Restoring.
    pub(crate) restore: restore::Restore,
    /// Items whose protection is stopped.
    pub(crate) resume: resume::Resume,
    /// Shared screens and their pairing.
    pub(crate) screens: screens::Screens,
    /// The second factor of an account.
    pub(crate) second_factor: second_factor::SecondFactor,
    /// The search in the bar.
    pub(crate) search: search::Search,
    /// The list of all services.
    pub(crate) services: services::Services,
    /// The frame.
    pub(crate) shell: shell::Shell,
    /// Bearer tokens of scripts.
    pub(crate) tokens: tokens::Tokens,
    /// Users, their roles, and what an Owner does for them.
    pub(crate) users: users::Users,
    /// Vaults.
    pub(crate) vaults: vaults::Vaults,
    /// The wall on shared screens.
    pub(crate) wall: wall::Wall,
    /// Words that widgets and many pages need.
    pub(crate) words: words::Words,
}

/// The chosen language; a context.
#[derive(Clone, Copy)]
pub(crate) struct Language(RwSignal<Locale>);

impl Language {
    /// The language that was chosen in this browser, or that the browser asks for.
    pub(crate) fn provide() -> Self {
        let language = Self(RwSignal::new(Locale::initial()));
        language.declare();
        provide_context(language);
        language
    }

    /// The language; what reads it is drawn anew when another is chosen.
    pub(crate) fn get(self) -> Locale {
        self.0.get()
    }

    /// Chooses a language, and keeps the choice.
    pub(crate) fn choose(self, locale: Locale) {
        locale.keep();
        self.0.set(locale);
        self.declare();
    }

    /// Tells screen readers and the browser's own widgets.
    fn declare(self) {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", self.0.get_untracked().tag());
        }
    }
}

/// The texts of the chosen language.
pub(crate) fn use_strings() -> &'static Strings {
    expect_context::<Language>().0.get_untracked().strings()
}
