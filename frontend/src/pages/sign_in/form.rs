//! The page that stands at every address while nobody is signed in; afterwards the address shows what it always shows.

use leptos::ev::SubmitEvent;
use leptos::html::H1;
use leptos::prelude::*;
use shared::auth::SignIn;
use shared::problem::{Code, FieldReason};

use super::with_provider::WithProvider;
use crate::api::{self, Failure};
use crate::i18n::use_strings;
use crate::loading::load_once;
use crate::navigation;
use crate::parts::returned::Returned;
use crate::parts::trouble::FailureBox;
use crate::sending::Sending;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::form::Entry;
use crate::ui::page_head::announce;
use crate::ui::say::Say;
use crate::ui::status::Shape;

use crate::parts::door::DoorFrame;

/// Signing in.
#[component]
pub(crate) fn SignInPage() -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let sending = Sending::new();
    let required = move |text: &str| match text {
        "" => Err((s.problems.field)(&FieldReason::Required)),
        text => Ok(text.to_owned()),
    };
    let (name, password, code) = (Entry::new("", required), Entry::new("", required), Entry::new("", required));
    // The second step, for who has a second factor: there is no session before it. Who comes back from the identity provider stands before it.
    let returned = RwSignal::new(untrack(|| navigation::here().parameter("second_factor").is_some()));
    let asks_code = RwSignal::new(returned.get_untracked());
    let enter = move |who| {
        // In this order: the stream is opened before anything that follows it is drawn.
        session.begin(who);
        forget_the_way();
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if returned.get_untracked() {
            if let Some(code) = code.check() {
                sending.start(api::identity::second_factor(code), enter);
            }
            return;
        }
        let shown = if asks_code.get_untracked() { code.check().map(Some) } else { Some(None) };
        if let (Some(name), Some(password), Some(shown)) = (name.check(), password.check(), shown) {
            let sign_in = SignIn { name, password, code: shown };
            sending.start_form(api::auth::sign_in(sign_in), enter, move |failure| {
                if failure.code() == Some(Code::SecondFactorNeeded) {
                    asks_code.set(true);
                }
            });
        }
    };
    let is_no_question = |failure: &Failure| failure.code() != Some(Code::SecondFactorNeeded);
    let failure = Signal::derive(move || sending.failure().get().filter(is_no_question));
    let begin_again = move |()| {
        password.text.set(String::new());
        code.text.set(String::new());
        asks_code.set(false);
        returned.set(false);
        forget_the_way();
    };
    let fields = move || {
        if asks_code.get() {
            view! {
                <p>{s.second_factor.ask_text}</p>
                <TextField label=s.second_factor.code entry=code autocomplete="one-time-code" first=true/>
            }
            .into_any()
        } else {
            view! {
                <TextField label=s.auth.user_name entry=name autocomplete="username" first=true/>
                <TextField label=s.auth.password entry=password kind="password" autocomplete="current-password"/>
            }
            .into_any()
        }
    };
    let setup = load_once(api::auth::setup_state);
    let needs_setup = move || setup.value().get().is_some_and(|state| state.needed);
    let heading = NodeRef::<H1>::new();
    announce(s.auth.sign_in.into(), heading);
    view! {
        <DoorFrame>
            <div>
                <h1 tabindex="-1" node_ref=heading>{s.auth.sign_in}</h1>
                <p class="muted">{window().location().host().unwrap_or_default()}</p>
            </div>
            {move || needs_setup().then(|| view! {
                <Say shape=Shape::Warning title=s.auth.needs_setup_title text=s.auth.needs_setup_text/>
            })}
            <Returned/>
            <FailureBox failure/>
            <form class="stack" novalidate on:submit=submit>
                {fields}
                <Button submit=true kind=ButtonKind::Primary off=sending.busy()>{s.auth.sign_in}</Button>
                {move || asks_code.get().then(|| view! {
                    <Button kind=ButtonKind::Quiet on_press=begin_again>{s.second_factor.another}</Button>
                })}
            </form>
            {move || (!asks_code.get()).then(|| view! { <WithProvider/> })}
        </DoorFrame>
    }
}

/// Takes out of the address what coming back from the identity provider put there.
fn forget_the_way() {
    for name in ["problem", "second_factor"] {
        navigation::set_parameter(name, None);
    }
}
