//! The frame of the pages before the shell: the dial, the mark, the languages.

use leptos::prelude::*;

use crate::i18n::{Language, Locale, use_strings};
use crate::ui::icon::{Icon, IconName};

use crate::parts::dial::Dial;

/// The frame of the pages before the shell.
#[component]
pub(crate) fn DoorFrame(
    /// The form.
    children: Children,
) -> impl IntoView {
    let s = use_strings();
    let language = expect_context::<Language>();
    let choice = move |locale: Locale| {
        view! {
            <button
                type="button"
                lang=locale.tag()
                aria-pressed=if locale == s.locale { "true" } else { "false" }
                on:click=move |_| language.choose(locale)
            >
                {locale.name()}
            </button>
        }
    };
    view! {
        <div class="sign-in">
            <div class="dial"><Dial/></div>
            <main id="main">
                <div class="card">
                    <p class="brand"><Icon name=IconName::Mark/> "Cofre"</p>
                    {children()}
                </div>
                <div class="languages" role="group" aria-label=s.shell.language>
                    {Locale::ALL.map(choice).collect_view()}
                </div>
            </main>
        </div>
    }
}
