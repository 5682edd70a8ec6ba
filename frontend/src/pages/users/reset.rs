//! The panel that gives someone else a new password.

use leptos::prelude::*;
use shared::event::Topic;
use shared::id::UserId;
use shared::user::ResetPassword;

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::navigation;
use crate::parts::password::{NewPasswordField, new_password};
use crate::parts::trouble::{FailureBox, refuse};
use crate::routes::Route;
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::panel::Panel;
use crate::ui::toast::use_toasts;

/// The panel that gives someone else a new password.
#[component]
pub(crate) fn ResetPasswordPanel(
    /// The user.
    id: UserId,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let user = load(move || id, &[Topic::Users], api::users::get);
    let name = Signal::derive(move || user.value().get().map(|user| user.name).unwrap_or_default());
    let password = new_password(s);
    let submit = move |()| {
        if let Some(good_password) = password.check() {
            let done = move |()| {
                toasts.say((s.users.password_reset)(&name.get_untracked()));
                navigation::go(&Route::User(id).path());
            };
            let request = api::users::reset_password(id, ResetPassword { password: good_password });
            sending.start_form(request, done, move |failure| refuse(s, failure, "password", password));
        }
    };
    let footer = move || {
        view! {
            <Button submit=true kind=ButtonKind::Primary off=sending.busy()>{s.users.reset_password}</Button>
            <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{s.words.cancel}</Button>
        }
    };
    view! {
        <Panel title=s.users.reset_password subtitle=move || name.get() on_submit=submit footer>
            <FailureBox failure=sending.failure()/>
            <FailureBox failure=user.failure()/>
            <p>{s.users.reset_text}</p>
            <NewPasswordField label=s.users.new_password entry=password/>
        </Panel>
    }
}
