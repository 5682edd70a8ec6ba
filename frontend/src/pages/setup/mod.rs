//! The first Owner, from the one-time link that the server prints.

use leptos::ev::SubmitEvent;
use leptos::html::H1;
use leptos::prelude::*;
use shared::auth::{PASSWORD_CHARS_MIN, Setup};
use shared::name::UserName;
use shared::problem::FieldReason;

use crate::i18n::use_strings;
use crate::loading::load_once;
use crate::parts::door::DoorFrame;
use crate::parts::load::Load;
use crate::parts::trouble::{FailureBox, refuse};
use crate::routes::Route;
use crate::sending::Sending;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::field::TextField;
use crate::ui::form::Entry;
use crate::ui::page_head::announce;
use crate::ui::say::Say;
use crate::ui::status::Shape;
use crate::{api, navigation};

/// Making the first Owner, or why it cannot be done here.
#[component]
pub(crate) fn SetupPage() -> impl IntoView {
    let s = use_strings();
    let state = load_once(api::auth::setup_state);
    let token = navigation::here().parameter("token").filter(|token| !token.is_empty());
    let heading = NodeRef::<H1>::new();
    announce(s.auth.setup_title.into(), heading);
    view! {
        <DoorFrame>
            <h1 tabindex="-1" node_ref=heading>{s.auth.setup_title}</h1>
            <Load from=state let:state>
                {match (state.get_untracked().needed, token.clone()) {
                    (false, _) => view! {
                        <Say shape=Shape::Ok title=s.auth.setup_done_title text=s.auth.setup_done_text/>
                        <ButtonLink href=Route::Overview.path() kind=ButtonKind::Primary>{s.auth.sign_in}</ButtonLink>
                    }.into_any(),
                    (true, None) => view! {
                        <Say shape=Shape::Pending title=s.auth.needs_setup_title text=s.auth.needs_setup_text/>
                    }.into_any(),
                    (true, Some(token)) => view! { <SetupForm token/> }.into_any(),
                }}
            </Load>
        </DoorFrame>
    }
}

#[component]
fn SetupForm(
    /// The secret of the one-time link.
    token: String,
) -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let sending = Sending::new();
    let name = Entry::new("", move |text| UserName::new(text).map_err(s.problems.name));
    let password = Entry::new("", move |text| match text.chars().count() {
        PASSWORD_CHARS_MIN.. => Ok(text.to_owned()),
        _ => Err((s.problems.field)(&FieldReason::PasswordTooShort { min: PASSWORD_CHARS_MIN })),
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let (Some(good_name), Some(good_password)) = (name.check(), password.check()) {
            let setup = Setup { token: token.clone(), name: good_name, password: good_password };
            let done = move |who| {
                session.begin(who);
                navigation::go(&Route::Overview.path());
            };
            sending.start_form(api::auth::set_up(setup), done, move |failure| {
                refuse(s, failure, "name", name);
                refuse(s, failure, "password", password);
            });
        }
    };
    let password_hint = (s.auth.password_hint)(PASSWORD_CHARS_MIN as u64);
    view! {
        <p class="muted">{s.auth.setup_text}</p>
        <FailureBox failure=sending.failure()/>
        <form class="stack" novalidate on:submit=submit>
            <TextField label=s.auth.user_name entry=name autocomplete="username" first=true/>
            <TextField
                label=s.auth.password
                hint=password_hint
                entry=password
                kind="password"
                autocomplete="new-password"
            />
            <Button submit=true kind=ButtonKind::Primary off=sending.busy()>{s.auth.create_owner}</Button>
        </form>
    }
}
