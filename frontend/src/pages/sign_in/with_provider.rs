//! The other way in: an identity provider, when there is one.

use leptos::prelude::*;
use shared::identity::Departure;

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load_once;
use crate::parts::trouble::FailureBox;
use crate::sending::Sending;
use crate::ui::button::Button;

/// The button that leads there.
#[component]
pub(super) fn WithProvider() -> impl IntoView {
    let s = use_strings();
    let sending = Sending::new();
    let provider = load_once(api::identity::provider);
    let go = move |()| {
        sending.start(api::identity::sign_in(), |there: Departure| drop(window().location().set_href(&there.address)));
    };
    move || {
        provider.value().get().and_then(|state| state.name).map(|name| {
            // Where it leads is another site: the button says so by its name.
            view! {
                <FailureBox failure=sending.failure()/>
                <Button off=sending.busy() on_press=go>{(s.identity.sign_in_with)(&name)}</Button>
            }
        })
    }
}
