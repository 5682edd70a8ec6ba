//! The panel that removes one's own second factor.

use leptos::prelude::*;

use crate::api;
use crate::i18n::use_strings;
use crate::navigation;
use crate::parts::password::given;
use crate::parts::trouble::{FailureBox, refuse};
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::panel::Panel;
use crate::ui::toast::use_toasts;

/// The panel that removes one's own second factor.
#[component]
pub(crate) fn RemoveSecondFactorPanel() -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let password = given(s);
    let submit = move |()| {
        if let Some(typed) = password.check() {
            let done = move |()| {
                toasts.say(s.second_factor.removed);
                navigation::close_panel();
            };
            sending.start_form(api::second_factor::remove_own(typed), done, move |failure| {
                refuse(s, failure, "password", password);
            });
        }
    };
    let footer = move || {
        view! {
            <Button submit=true kind=ButtonKind::Danger off=sending.busy()>{s.second_factor.remove}</Button>
            <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{s.words.cancel}</Button>
        }
    };
    view! {
        <Panel title=s.second_factor.remove on_submit=submit footer>
            <FailureBox failure=sending.failure()/>
            <p>{s.second_factor.remove_text}</p>
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
