//! The link of one's own account to one at the identity provider, when there is a provider.

use leptos::prelude::*;
use shared::event::Topic;
use shared::identity::IdentityState;

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::load::Load;
use crate::parts::trouble::FailureBox;
use crate::routes::Route;
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonLink};
use crate::ui::region::Region;
use crate::ui::status::{Shape, Status};
use crate::ui::toast::use_toasts;

/// The region of it.
#[component]
pub(super) fn Identity() -> impl IntoView {
    let state = load(|| (), &[Topic::Users], |()| api::identity::state());
    view! {
        <Load from=state let:state>
            {move || state.get().provider.map(|provider| view! { <Linked provider state/> })}
        </Load>
    }
}

#[component]
fn Linked(
    /// What the provider is called.
    provider: String,
    /// Whether the account is linked.
    state: Signal<IdentityState>,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let unlink = move |()| sending.start(api::identity::unlink(), move |()| toasts.say(s.identity.unlinked));
    let is_linked = move || state.with(|state| state.linked);
    let status = move || {
        let (shape, word) =
            if is_linked() { (Shape::Ok, s.identity.linked) } else { (Shape::None, s.identity.not_linked) };
        view! { <Status shape word/> }
    };
    let change = move || {
        if is_linked() {
            view! { <Button off=sending.busy() on_press=unlink>{s.identity.unlink}</Button> }.into_any()
        } else {
            view! {
                <ButtonLink href=Route::LinkIdentity.path()>{s.identity.link}</ButtonLink>
            }
            .into_any()
        }
    };
    view! {
        <Region title=(s.identity.sign_in_with)(&provider)>
            <FailureBox failure=sending.failure()/>
            <div class="second-factor">
                {status}
                <p class="muted">{(s.identity.text)(&provider)}</p>
                {change}
            </div>
        </Region>
    }
}
