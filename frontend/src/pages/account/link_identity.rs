//! The panel that links one's own account: it asks for the password, and leads to the identity provider.

use leptos::prelude::*;
use shared::identity::Departure;

use crate::api;
use crate::i18n::use_strings;
use crate::navigation;
use crate::parts::password::given;
use crate::parts::trouble::{FailureBox, refuse};
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::panel::Panel;

/// The panel that links one's own account.
#[component]
pub(crate) fn LinkIdentityPanel() -> impl IntoView {
    let s = use_strings();
    let sending = Sending::new();
    let password = given(s);
    let submit = move |()| {
        if let Some(typed) = password.check() {
            let go = |there: Departure| drop(window().location().set_href(&there.address));
            sending.start_form(api::identity::link(typed), go, move |failure| {
                refuse(s, failure, "password", password);
            });
        }
    };
    let footer = move || {
        view! {
            <Button submit=true kind=ButtonKind::Primary off=sending.busy()>{s.second_factor.next}</Button>
            <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{s.words.cancel}</Button>
        }
    };
    view! {
        <Panel title=s.identity.link on_submit=submit footer>
            <FailureBox failure=sending.failure()/>
            <p>{s.identity.link_text}</p>
            <TextField
                label=s.auth.password
                entry=password
                kind="password"
                autocomplete="current-password"
                first=true
            />
        </Panel>
    }
}
