//! The list of users.

use leptos::prelude::*;
use shared::auth::User;
use shared::event::Topic;

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::parts::{role, scope};
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::each::Each;
use crate::ui::icon::IconName;
use crate::ui::moment::Moment;
use crate::ui::page_head::PageHead;
use crate::ui::select::Entries;
use crate::ui::table::{Cell, CellKind, Column, Row, Table};

/// The list of users.
#[component]
pub(crate) fn UsersPage() -> impl IntoView {
    let s = use_strings();
    let users = load(|| (), &[Topic::Users], |()| api::users::all());
    let places = load(|| (), &[Topic::Vaults, Topic::ResourceGroups], move |()| scope::offer(s, true));
    let offer = Signal::derive(move || places.value().get().unwrap_or_default());
    let columns = move || {
        vec![
            Column::name(s.words.name),
            Column::text(s.users.access),
            Column::text(s.users.last_signed_in).leaves(2),
            Column::text(s.second_factor.title).leaves(3),
            Column::text(s.users.added).leaves(3),
        ]
    };
    view! {
        <PageFrame>
            <PageHead title=s.users.title intro=s.users.intro>
                <ButtonLink href=Route::AddUser.path() kind=ButtonKind::Primary icon=IconName::Plus>{s.users.add}</ButtonLink>
            </PageHead>
            <Load from=users let:users>
                <Table label=s.users.title columns=columns()>
                    <Each entries=users key=|user| user.id let:user>
                        <UserRow user offer/>
                    </Each>
                </Table>
            </Load>
        </PageFrame>
    }
}

#[component]
fn UserRow(
    /// The user.
    user: Signal<User>,
    /// The places that roles count at.
    offer: Signal<Entries>,
) -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let name = move || user.with(|user| user.name.clone());
    let you = move || (session.name() == name()).then(|| view! { " " <span class="fine">"(" {s.users.you} ")"</span> });
    let seen = move || match user.with(|user| user.last_signed_in_at) {
        Some(at) => view! { <Moment at/> }.into_any(),
        None => s.users.never.into_any(),
    };
    let factor = move || if user.with(|user| user.second_factor) { s.second_factor.on } else { s.second_factor.off };
    let added = Signal::derive(move || user.with(|user| user.created_at));
    view! {
        <Row>
            <Cell kind=CellKind::Name>
                <a href=move || Route::User(user.with(|user| user.id)).path()>{name}</a> {you}
            </Cell>
            <Cell label=s.users.access>{move || role::grants(s, user.get().grants, offer)}</Cell>
            <Cell label=s.users.last_signed_in leaves=2>{seen}</Cell>
            <Cell label=s.second_factor.title leaves=3>{factor}</Cell>
            <Cell label=s.users.added leaves=3><Moment at=added/></Cell>
        </Row>
    }
}
