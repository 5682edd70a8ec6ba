//! One's own account.

use leptos::prelude::*;
use shared::event::Topic;

use super::identity::Identity;
use super::second_factor::SecondFactor;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::page_frame::PageFrame;
use crate::parts::returned::Returned;
use crate::parts::{role, scope};
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::icon::IconName;
use crate::ui::page_head::PageHead;
use crate::ui::region::Region;

/// One's own account.
#[component]
pub(crate) fn AccountPage() -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let places = load(|| (), &[Topic::Vaults, Topic::ResourceGroups], move |()| scope::offer(s, true));
    let offer = Signal::derive(move || places.value().get().unwrap_or_default());
    let grants = move || session.user().map(|user| role::grants(s, user.grants, offer));
    view! {
        <PageFrame>
            <PageHead title=s.account.title intro=move || (s.shell.signed_in_as)(&session.name())>
                <ButtonLink href=Route::ChangePassword.path() kind=ButtonKind::Primary icon=IconName::Key>
                    {s.account.change_password}
                </ButtonLink>
            </PageHead>
            <Returned/>
            <Region title=s.users.access>{grants}</Region>
            <SecondFactor/>
            <Identity/>
        </PageFrame>
    }
}
