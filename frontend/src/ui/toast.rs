//! Sentences about what was just done. They go by themselves; what must stay stands in the page or behind the bell.

use std::time::Duration;

use leptos::prelude::*;

use crate::i18n::use_strings;
use crate::ui::button::IconButton;
use crate::ui::icon::IconName;

const SHOWN: Duration = Duration::from_secs(8);

/// What was just done; a context.
#[derive(Clone, Copy)]
pub(crate) struct Toasts {
    said: RwSignal<Vec<(u64, String)>>,
    next: StoredValue<u64>,
}

impl Toasts {
    /// Nothing was done yet.
    pub(crate) fn provide() -> Self {
        let toasts = Self { said: RwSignal::default(), next: StoredValue::new(0) };
        provide_context(toasts);
        toasts
    }

    /// Says a sentence.
    pub(crate) fn say(self, text: impl Into<String>) {
        let number = self.next.get_value();
        self.next.set_value(number + 1);
        self.said.update(|said| said.push((number, text.into())));
        set_timeout(move || self.take_back(number), SHOWN);
    }

    fn take_back(self, number: u64) {
        self.said.update(|said| said.retain(|(other, _)| *other != number));
    }
}

/// Says what was just done.
pub(crate) fn use_toasts() -> Toasts {
    expect_context()
}

/// Where the sentences appear.
#[component]
pub(crate) fn ToastList() -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    view! {
        <div class="toasts" role="status">
            <For each=move || toasts.said.get() key=|(number, _)| *number let((number, text))>
                <div>
                    <span>{text}</span>
                    <IconButton label=s.words.close icon=IconName::Close on_press=move |()| toasts.take_back(number)/>
                </div>
            </For>
        </div>
    }
}
