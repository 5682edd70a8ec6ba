//! What went wrong, why, and the next steps: it stays in the page.

use leptos::prelude::*;

use crate::i18n::use_strings;
use crate::ui::status::{Shape, StatusShape};

/// What there is to say of a problem.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Trouble {
    /// What happened, in one sentence.
    pub(crate) what: String,
    /// Its code, for a search.
    pub(crate) code: Option<&'static str>,
    /// What is special about this time: untrusted text.
    pub(crate) why: Option<String>,
    /// What to do, in order.
    pub(crate) steps: Vec<String>,
    /// What finds it in a log.
    pub(crate) trace: Option<String>,
}

/// A box that says all of it.
#[component]
pub(crate) fn ProblemBox(
    /// What there is to say.
    trouble: Trouble,
    /// Buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let s = use_strings();
    let steps = (!trouble.steps.is_empty()).then(|| {
        view! {
            <h3>{s.problems.what_to_do}</h3>
            <ol>{trouble.steps.into_iter().map(|step| view! { <li>{step}</li> }).collect_view()}</ol>
        }
    });
    view! {
        <div class="problem" role="alert">
            <StatusShape shape=Shape::Failed/>
            <div>
                <h2>{trouble.what}</h2>
                {trouble.code.map(|code| view! { <p class="code">{code}</p> })}
                {trouble.why.map(|why| view! { <p class="why">{why}</p> })}
                {steps}
                {trouble.trace.map(|trace| view! { <p class="fine quiet">{trace}</p> })}
                {children.map(|children| view! { <div class="actions">{children()}</div> })}
            </div>
        </div>
    }
}
