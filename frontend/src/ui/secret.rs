//! A secret that is shown to be stored elsewhere: text to select, and a button that copies it.

use leptos::children::ViewFnOnce;
use leptos::prelude::*;

use crate::ui::copy::CopyButton;
use crate::ui::field::Field;

/// A secret to be stored elsewhere.
#[component]
pub(crate) fn SecretField(
    /// What it is.
    label: &'static str,
    /// The secret.
    secret: String,
    /// What else can be done with it, beside the button that copies.
    #[prop(optional, into)]
    more: ViewFnOnce,
) -> impl IntoView {
    let text = Signal::stored(secret.clone());
    view! {
        <Field label let:ids>
            <div class="secret">
                <input
                    class="input"
                    id=ids.control
                    aria-describedby=ids.described_by
                    autocomplete="off"
                    spellcheck="false"
                    readonly
                    prop:value=secret
                />
                <CopyButton text/>
                {more.run()}
            </div>
        </Field>
    }
}
