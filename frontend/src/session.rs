//! Who is signed in.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::auth::{self, Permission};

use crate::api;

/// What is known of who is signed in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Who {
    /// The server has not answered yet.
    Unknown,
    /// Nobody.
    Nobody,
    /// Someone.
    Somebody(auth::Session),
}

/// Who is signed in; a context.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    who: RwSignal<Who>,
    /// Whether the page is about to be left: its session then ends on purpose.
    leaves: StoredValue<bool>,
}

impl Session {
    /// The session of this page; asks the server for it. Any answer that says "not signed in" ends it.
    pub(crate) fn provide() -> Self {
        let session = Self { who: RwSignal::new(Who::Unknown), leaves: StoredValue::new(false) };
        provide_context(session);
        api::on_signed_out(move || session.who.set(Who::Nobody));
        session.ask();
        session
    }

    /// What is known.
    pub(crate) fn who(self) -> Signal<Who> {
        self.who.into()
    }

    /// Asks the server; without an answer, again after a while.
    pub(crate) fn ask(self) {
        spawn_local(async move {
            match api::auth::current().await {
                Ok(Some(session)) => self.who.set(Who::Somebody(session)),
                Ok(None) => self.who.set(Who::Nobody),
                Err(_) => set_timeout(move || self.ask(), std::time::Duration::from_secs(3)),
            }
        });
    }

    /// Finds out whether the session has ended, once. Then the page is loaded anew: nothing of the session stays in its memory or on the screen.
    pub(crate) fn look(self) {
        if !matches!(self.who.get_untracked(), Who::Somebody(_)) {
            return;
        }
        spawn_local(async move {
            if matches!(api::auth::current().await, Ok(None)) && !self.leaves.get_value() {
                let _ = window().location().reload();
            }
        });
    }

    /// Signs out, and loads the first page anew, so that nothing of the session stays in memory.
    pub(crate) fn end(self) {
        self.leaves.set_value(true);
        spawn_local(async move {
            let _ = api::auth::sign_out().await;
            let _ = window().location().set_href("/");
        });
    }

    /// Someone signed in.
    pub(crate) fn begin(self, session: auth::Session) {
        self.who.set(Who::Somebody(session));
    }

    /// The user's name, or nothing.
    pub(crate) fn name(self) -> String {
        match self.who.get() {
            Who::Somebody(session) => session.user.name,
            _ => String::new(),
        }
    }

    /// The user, when someone is signed in.
    pub(crate) fn user(self) -> Option<auth::User> {
        match self.who.get() {
            Who::Somebody(session) => Some(session.user),
            _ => None,
        }
    }

    /// Whether a place for it is shown that concerns the whole server.
    pub(crate) fn may_everywhere(self, permission: Permission) -> bool {
        self.who.with(|who| matches!(who, Who::Somebody(session) if session.user.may_everywhere(permission)))
    }

    /// Whether a button for it is shown: some grant allows it. The server decides by the object.
    pub(crate) fn may(self, permission: Permission) -> bool {
        self.who.with(|who| matches!(who, Who::Somebody(session) if session.user.may_somewhere(permission)))
    }
}

/// Who is signed in.
pub(crate) fn use_session() -> Session {
    expect_context()
}
