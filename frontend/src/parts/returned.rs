//! What went wrong at an identity provider, which the address says when the browser comes back from there.

use leptos::prelude::*;
use shared::problem::Code;

use crate::i18n::use_strings;
use crate::navigation;
use crate::parts::trouble::of_code;
use crate::ui::problem::ProblemBox;

/// The box of it, while the address says so.
#[component]
pub(crate) fn Returned() -> impl IntoView {
    let s = use_strings();
    let code = || Code::from_name(&navigation::here().parameter("problem")?);
    move || code().map(|code| view! { <ProblemBox trouble=of_code(s, code, None)/> })
}
