//! A button that copies a text, and says that it did.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use crate::i18n::use_strings;
use crate::ui::button::Button;
use crate::ui::icon::IconName;

const SAID: Duration = Duration::from_secs(2);

/// Copies a text to the clipboard.
#[component]
pub(crate) fn CopyButton(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let s = use_strings();
    let done = RwSignal::new(false);
    let copy = move |()| {
        // Without TLS a browser has no clipboard; the text can still be selected.
        if crate::browser::property(&window().navigator(), "clipboard").is_none() {
            return;
        }
        let writing = window().navigator().clipboard().write_text(&text.get_untracked());
        spawn_local(async move {
            if JsFuture::from(writing).await.is_ok() {
                done.try_set(true);
                let fade = move || {
                    done.try_set(false);
                };
                set_timeout(fade, SAID);
            }
        });
    };
    view! {
        <Button icon=IconName::Copy on_press=copy>
            <span aria-live="polite">{move || if done.get() { s.words.copied } else { s.words.copy }}</span>
        </Button>
    }
}
