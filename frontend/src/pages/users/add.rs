//! The panel that adds a user.

use leptos::prelude::*;
use shared::auth::{CreateUser, User};
use shared::event::Topic;
use shared::name::UserName;

use super::grants::{GrantRows, GrantsField};
use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::navigation;
use crate::parts::password::{NewPasswordField, new_password};
use crate::parts::scope;
use crate::parts::trouble::{FailureBox, refuse};
use crate::routes::Route;
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::form::Entry;
use crate::ui::panel::Panel;
use crate::ui::toast::use_toasts;

/// The panel that adds a user.
#[component]
pub(crate) fn AddUserPanel() -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let loaded = load(|| (), &[Topic::Vaults, Topic::ResourceGroups], move |()| scope::offer(s, true));
    let offer = Signal::derive(move || loaded.value().get().unwrap_or_default());
    let name = Entry::new("", move |text| UserName::new(text).map_err(s.problems.name));
    let password = new_password(s);
    let grants = GrantRows::new(s, &[], offer);
    let submit = move |()| {
        let (good_name, good_password, grants) = (name.check(), password.check(), grants.check());
        if let (Some(good_name), Some(good_password), Some(grants)) = (good_name, good_password, grants) {
            let body = CreateUser { name: good_name, password: good_password, grants };
            let done = move |user: User| {
                toasts.say((s.users.created)(&user.name));
                navigation::go(&Route::Users.path());
            };
            sending.start_form(api::users::create(body), done, move |failure| {
                refuse(s, failure, "name", name);
                refuse(s, failure, "password", password);
            });
        }
    };
    let footer = move || {
        view! {
            <Button submit=true kind=ButtonKind::Primary off=sending.busy()>{s.words.add}</Button>
            <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{s.words.cancel}</Button>
        }
    };
    view! {
        <Panel title=s.users.add on_submit=submit footer>
            <FailureBox failure=sending.failure()/>
            <FailureBox failure=loaded.failure()/>
            <TextField label=s.auth.user_name hint=s.users.name_hint entry=name first=true/>
            <NewPasswordField label=s.auth.password entry=password/>
            <GrantsField rows=grants/>
        </Panel>
    }
}
