//! Asking before something is ended that has a name: a token, a screen, a user.

use leptos::prelude::*;

use crate::sending::Sending;
use crate::ui::button::Button;
use crate::ui::dialog::ConfirmLoss;

/// The words of a question.
#[derive(Clone, Copy)]
pub(crate) struct LossWords {
    /// The question, by the name.
    pub(crate) title: fn(&str) -> String,
    /// What is lost.
    pub(crate) text: &'static str,
    /// The word on the button.
    pub(crate) action: &'static str,
}

/// The question, while it is open.
#[component]
pub(crate) fn AskLoss(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its words.
    words: LossWords,
    /// The name to type.
    name: Signal<String>,
    /// Does it.
    #[prop(into)]
    on_confirm: Callback<()>,
) -> impl IntoView {
    let title = move || (words.title)(&name.get());
    view! {
        <ConfirmLoss open title name action=words.action on_confirm>
            <p>{words.text}</p>
        </ConfirmLoss>
    }
}

/// A button of a row that ends what the row shows, after asking.
#[component]
pub(crate) fn LossButton(
    /// The words of the question.
    words: LossWords,
    /// The row's name.
    name: Signal<String>,
    /// The end of one that is under way, one at a time.
    sending: Sending,
    /// Does it.
    #[prop(into)]
    on_confirm: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <Button off=sending.busy() on_press=move |()| open.set(true)>
            {words.action} " " <span class="unseen">{name}</span>
        </Button>
        <AskLoss open words name on_confirm/>
    }
}
