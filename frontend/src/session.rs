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
pub(crate) struct Session(RwSignal<Who>);

impl Session {
    /// The session of this page; asks the server for it. Any answer that says "not signed in" ends it.
    pub(crate) fn provide() -> Self {
        let session = Self(RwSignal::new(Who::Unknown));
        provide_context(session);
        api::on_signed_out(move || session.0.set(Who::Nobody));
        session.ask();
        session
    }

    /// What is known.
    pub(crate) fn who(self) -> Signal<Who> {
        self.0.into()
    }

    /// Asks the server; without an answer, again after a while.
    pub(crate) fn ask(self) {
        spawn_local(async move {
            match api::auth::current().await {
                Ok(Some(session)) => self.0.set(Who::Somebody(session)),
                Ok(None) => self.0.set(Who::Nobody),
                Err(_) => set_timeout(move || self.ask(), std::time::Duration::from_secs(3)),
            }
        });
    }

    /// Finds out whether the session has ended, once. Then the page is loaded anew: nothing of the session stays in its memory or on the screen.
    pub(crate) fn look(self) {
        if !matches!(self.0.get_untracked(), Who::Somebody(_)) {
            return;
        }
        spawn_local(async move {
            if matches!(api::auth::current().await, Ok(None)) {
                let _ = window().location().reload();
            }
        });
    }

    /// Someone signed in.
    pub(crate) fn begin(self, session: auth::Session) {
        self.0.set(Who::Somebody(session));
    }

    /// The user's name, or nothing.
    pub(crate) fn name(self) -> String {
        match self.0.get() {
            Who::Somebody(session) => session.user.name,
            _ => String::new(),
        }
    }

    /// The user, when someone is signed in.
    pub(crate) fn user(self) -> Option<auth::User> {
        match self.0.get() {
            Who::Somebody(session) => Some(session.user),
            _ => None,
        }
    }

    /// Whether a place for it is shown that concerns the whole server.
    pub(crate) fn may_everywhere(self, permission: Permission) -> bool {
        self.0.with(|who| matches!(who, Who::Somebody(session) if session.user.may_everywhere(permission)))
    }

    /// Whether a button for it is shown: some grant allows it. The server decides by the object.
    pub(crate) fn may(self, permission: Permission) -> bool {
        self.0.with(|who| matches!(who, Who::Somebody(session) if session.user.may_somewhere(permission)))
    }
}

/// Signs out, and loads the page anew, so that nothing of the session stays in its memory.
pub(crate) fn end() {
    spawn_local(async move {
        let _ = api::auth::sign_out().await;
        let _ = window().location().set_href("/");
    });
}

/// Who is signed in.
pub(crate) fn use_session() -> Session {
    expect_context()
}
