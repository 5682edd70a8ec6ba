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
    let text = (s.identity.text)(&provider);
    let content = move || {
        if state.with(|state| state.linked) {
            view! {
                <Status shape=Shape::Ok word=s.identity.linked/>
                <Button off=sending.busy() on_press=unlink>{s.identity.unlink}</Button>
            }
            .into_any()
        } else {
            view! {
                <Status shape=Shape::None word=s.identity.not_linked/>
                <ButtonLink href=Route::LinkIdentity.path()>{s.identity.link}</ButtonLink>
            }
            .into_any()
        }
    };
    view! {
        <Region title=provider>
            <FailureBox failure=sending.failure()/>
            <div class="second-factor">
                <p class="muted">{text}</p>
                {content}
            </div>
        </Region>
    }
}
