//! The panel that makes a token: the form, then the secret, which is shown this once.

use leptos::prelude::*;
use shared::auth::{CreateToken, Grant, NewToken};
use shared::event::Topic;
use shared::name::TokenName;
use shared::problem::FieldReason;

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::navigation;
use crate::parts::trouble::{FailureBox, refuse};
use crate::parts::{role, scope};
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::form::Entry;
use crate::ui::panel::Panel;
use crate::ui::say::Say;
use crate::ui::secret::SecretField;
use crate::ui::select::{SelectField, chosen_or_first};
use crate::ui::status::Shape;

/// The panel that makes a token.
#[component]
pub(crate) fn CreateTokenPanel() -> impl IntoView {
    let s = use_strings();
    let sending = Sending::new();
    let loaded = load(|| (), &[Topic::Vaults, Topic::ResourceGroups], move |()| scope::offer(s, true));
    let offer = Signal::derive(move || loaded.value().get().unwrap_or_default());
    let needed = move || (s.problems.field)(&FieldReason::Required);
    let chosen = move |key: &str| offer.with(|offer| scope::scope(&chosen_or_first(key, offer)?));
    let name = Entry::new("", move |text| TokenName::new(text.trim()).map_err(s.problems.name));
    let of_role = Entry::new("", move |key| role::role(key).ok_or_else(needed));
    let of_scope = Entry::new("", move |key| chosen(key).ok_or_else(needed));
    let made = RwSignal::new(None::<String>);
    let submit = move |()| {
        if made.with_untracked(Option::is_some) {
            return navigation::close_panel();
        }
        if let (Some(good_name), Some(role), Some(scope)) = (name.check(), of_role.check(), of_scope.check()) {
            let body = CreateToken { name: good_name, grant: Grant { role, scope } };
            let done = move |new: NewToken| made.set(Some(new.secret));
            sending.start_form(api::tokens::create(body), done, move |failure| refuse(s, failure, "name", name));
        }
    };
    let is_made = Memo::new(move |_| made.with(Option::is_some));
    let footer = move || {
        let word = move || if is_made.get() { s.tokens.done } else { s.words.create };
        let cancel = move || {
            (!is_made.get()).then(|| {
                view! { <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{s.words.cancel}</Button> }
            })
        };
        view! {
            <Button submit=true kind=ButtonKind::Primary off=sending.busy()>{word}</Button>
            {cancel}
        }
    };
    let form = move || {
        let hint = move || of_role.value().map_or("", |role| (s.users.role_text)(role));
        view! {
            <FailureBox failure=loaded.failure()/>
            <TextField label=s.words.name hint=s.tokens.name_hint entry=name first=true/>
            <SelectField label=s.users.role hint entries=Signal::stored(role::entries(s)) entry=of_role/>
            <SelectField label=s.users.scope entries=offer entry=of_scope/>
        }
    };
    view! {
        <Panel title=s.tokens.create on_submit=submit footer>
            <FailureBox failure=sending.failure()/>
            {move || match made.get() {
                Some(secret) => view! { <Secret secret/> }.into_any(),
                None => form().into_any(),
            }}
        </Panel>
    }
}

#[component]
fn Secret(
    /// The secret.
    secret: String,
) -> impl IntoView {
    let s = use_strings();
    view! {
        <Say shape=Shape::Warning title=s.tokens.secret_title text=s.tokens.secret_text/>
        <SecretField label=s.tokens.secret secret/>
    }
}
