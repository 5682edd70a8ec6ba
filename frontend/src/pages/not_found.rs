//! No page stands at this address.

use leptos::prelude::*;

use crate::i18n::use_strings;
use crate::parts::page_frame::PageFrame;
use crate::routes::Route;
use crate::ui::button::ButtonLink;
use crate::ui::page_head::PageHead;

/// No page stands at this address.
#[component]
pub(crate) fn NotFoundPage() -> impl IntoView {
    let s = use_strings();
    view! {
        <PageFrame>
            <PageHead title=s.shell.not_found_title intro=s.shell.not_found_text/>
            <ButtonLink href=Route::Overview.path()>{s.shell.to_overview}</ButtonLink>
        </PageFrame>
    }
}
