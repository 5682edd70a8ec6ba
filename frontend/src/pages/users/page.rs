//! A user's page: what they may do, when they were here, and what an Owner can do for them.

use leptos::prelude::*;
use shared::auth::User;
use shared::event::Topic;
use shared::id::UserId;

use super::commands::UserCommands;
use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::parts::trouble::FailureBox;
use crate::parts::{role, scope};
use crate::routes::Route;
use crate::sending::Sending;
use crate::ui::crumbs::Crumbs;
use crate::ui::moment::Moment;
use crate::ui::page_head::PageHead;
use crate::ui::region::Region;

/// A user's page.
#[component]
pub(crate) fn UserPage(
    /// The user.
    id: UserId,
) -> impl IntoView {
    let s = use_strings();
    let user = load(move || id, &[Topic::Users], api::users::get);
    view! {
        <PageFrame>
            <Crumbs above=vec![(s.users.title.into(), Route::Users.path())]/>
            <Load from=user let:user>
                <UserView user/>
            </Load>
        </PageFrame>
    }
}

#[component]
fn UserView(
    /// The user.
    user: Signal<User>,
) -> impl IntoView {
    let s = use_strings();
    let sending = Sending::new();
    let places = load(|| (), &[Topic::Vaults, Topic::ResourceGroups], move |()| scope::offer(s, true));
    let offer = Signal::derive(move || places.value().get().unwrap_or_default());
    let seen = move || match user.with(|user| user.last_signed_in_at) {
        Some(at) => view! { <Moment at is_alone=true/> }.into_any(),
        None => s.users.never.into_any(),
    };
    let factor = move || if user.with(|user| user.second_factor) { s.second_factor.on } else { s.second_factor.off };
    let added = Signal::derive(move || user.with(|user| user.created_at));
    view! {
        <PageHead title=move || user.with(|user| user.name.clone())>
            <UserCommands user sending/>
        </PageHead>
        <FailureBox failure=sending.failure()/>
        <dl class="facts user-facts">
            <dt>{s.users.last_signed_in}</dt>
            <dd>{seen}</dd>
            <dt>{s.second_factor.title}</dt>
            <dd>{factor}</dd>
            <dt>{s.users.added}</dt>
            <dd><Moment at=added is_alone=true/></dd>
        </dl>
        <Region title=s.users.access>
            {move || role::grants(s, user.get().grants, offer)}
        </Region>
    }
}
