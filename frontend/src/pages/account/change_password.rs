//! The panel that changes one's own password.

use leptos::prelude::*;
use shared::user::ChangePassword;

use crate::api;
use crate::i18n::use_strings;
use crate::navigation;
use crate::parts::password::{NewPasswordField, given, new_password};
use crate::parts::trouble::{FailureBox, refuse};
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::panel::Panel;
use crate::ui::toast::use_toasts;

/// The panel that changes one's own password.
#[component]
pub(crate) fn ChangePasswordPanel() -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let (old, new) = (given(s), new_password(s));
    let submit = move |()| {
        if let (Some(old_password), Some(password)) = (old.check(), new.check()) {
            let done = move |()| {
                toasts.say(s.account.password_changed);
                navigation::close_panel();
            };
            let request = api::users::change_own_password(ChangePassword { old_password, password });
            sending.start_form(request, done, move |failure| {
                refuse(s, failure, "old_password", old);
                refuse(s, failure, "password", new);
            });
        }
    };
    let footer = move || {
        view! {
            <Button submit=true kind=ButtonKind::Primary off=sending.busy()>{s.account.change_password}</Button>
            <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{s.words.cancel}</Button>
        }
    };
    view! {
        <Panel title=s.account.change_password on_submit=submit footer>
            <FailureBox failure=sending.failure()/>
            <TextField
                label=s.account.old_password
                entry=old
                kind="password"
                autocomplete="current-password"
                first=true
            />
            <NewPasswordField label=s.users.new_password entry=new/>
            <p class="fine quiet">{s.account.change_text}</p>
        </Panel>
    }
}
