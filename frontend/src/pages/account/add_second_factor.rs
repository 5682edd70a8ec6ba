//! The panel that adds a second factor: the password, then the app and its code, then the recovery codes.

use leptos::prelude::*;
use shared::second_factor::NewSecondFactor;

use crate::api;
use crate::i18n::use_strings;
use crate::navigation;
use crate::parts::password::given;
use crate::parts::trouble::{FailureBox, refuse};
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::copy::CopyButton;
use crate::ui::field::TextField;
use crate::ui::panel::Panel;
use crate::ui::say::Say;
use crate::ui::secret::SecretField;
use crate::ui::status::Shape;

/// How far it is.
#[derive(Clone, PartialEq)]
enum Step {
    Password,
    App(NewSecondFactor),
    Codes(Vec<String>),
}

/// The panel that adds a second factor.
#[component]
pub(crate) fn AddSecondFactorPanel() -> impl IntoView {
    let s = use_strings();
    let sending = Sending::new();
    let step = RwSignal::new(Step::Password);
    let (password, code) = (given(s), given(s));
    let begin = move || {
        if let Some(typed) = password.check() {
            let done = move |new| step.set(Step::App(new));
            sending.start_form(api::second_factor::begin(typed), done, move |failure| {
                refuse(s, failure, "password", password);
            });
        }
    };
    let confirm = move || {
        if let Some(typed) = code.check() {
            let done = move |new: shared::second_factor::RecoveryCodes| step.set(Step::Codes(new.codes));
            sending.start_form(api::second_factor::confirm(typed), done, move |failure| {
                refuse(s, failure, "code", code);
            });
        }
    };
    let submit = move |()| match step.get_untracked() {
        Step::Password => begin(),
        Step::App(_) => confirm(),
        Step::Codes(_) => navigation::close_panel(),
    };
    let footer = move || {
        let word = move || match step.get() {
            Step::Password => s.second_factor.next,
            Step::App(_) => s.second_factor.confirm,
            Step::Codes(_) => s.second_factor.done,
        };
        let cancel = move || {
            (!matches!(step.get(), Step::Codes(_))).then(|| {
                view! { <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{s.words.cancel}</Button> }
            })
        };
        view! {
            <Button submit=true kind=ButtonKind::Primary off=sending.busy()>{word}</Button>
            {cancel}
        }
    };
    let content = move || match step.get() {
        Step::Password => view! {
            <p>{s.second_factor.off_text}</p>
            <TextField
                label=s.auth.password
                entry=password
                kind="password"
                autocomplete="current-password"
                first=true
            />
        }
        .into_any(),
        Step::App(new) => view! {
            <App new/>
            <TextField
                label=s.second_factor.code
                hint=s.second_factor.code_hint
                entry=code
                autocomplete="one-time-code"
                first=true
            />
        }
        .into_any(),
        Step::Codes(codes) => view! { <Codes codes/> }.into_any(),
    };
    view! {
        <Panel title=s.second_factor.add on_submit=submit footer>
            <FailureBox failure=sending.failure()/>
            {content}
        </Panel>
    }
}

/// What the app takes: a picture to scan, and the same as text.
#[component]
fn App(
    /// The secret.
    new: NewSecondFactor,
) -> impl IntoView {
    let s = use_strings();
    let edge = new.qr.modules;
    view! {
        <p>{s.second_factor.scan}</p>
        <svg class="qr" role="img" aria-label=s.second_factor.qr viewBox=format!("0 0 {edge} {edge}")>
            <path d=new.qr.path></path>
        </svg>
        <SecretField label=s.second_factor.secret secret=new.secret/>
    }
}

#[component]
fn Codes(
    /// The recovery codes.
    codes: Vec<String>,
) -> impl IntoView {
    let s = use_strings();
    let text = Signal::stored(codes.join("\n"));
    view! {
        <Say shape=Shape::Warning title=s.second_factor.codes_title text=s.second_factor.codes_text/>
        <ul class="recovery-codes">{codes.into_iter().map(|code| view! { <li>{code}</li> }).collect_view()}</ul>
        <div><CopyButton text/></div>
    }
}
