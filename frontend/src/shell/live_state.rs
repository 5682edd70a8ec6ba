//! Whether what is on the screen is what is: discreet while it is, said while it is not.

use leptos::prelude::*;

use crate::i18n::use_strings;
use crate::live::{Connection, use_live};

/// The state of the event stream.
#[component]
pub(crate) fn LiveState() -> impl IntoView {
    let s = use_strings();
    let connection = use_live().connection();
    let said = move || match connection.get() {
        Connection::Connecting => ("connecting", s.shell.connecting, s.shell.connecting),
        Connection::Live => ("live", s.shell.live, s.shell.live_title),
        Connection::Reconnecting => ("reconnecting", s.shell.reconnecting, s.shell.reconnecting_title),
    };
    view! {
        <span class="live" role="status" data-state=move || said().0 title=move || said().2>
            <span>{move || said().1}</span>
        </span>
    }
}
