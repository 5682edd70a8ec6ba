//! The list of users.

use leptos::prelude::*;
use shared::auth::User;
use shared::event::Topic;

use crate::api;
use crate::i18n::{Strings, use_strings};
use crate::loading::load;
use crate::paging::{asked, load_pages, sort};
use crate::parts::list_filters::ParameterFilter;
use crate::parts::list_frame::{About, ListFrame};
use crate::parts::page_frame::PageFrame;
use crate::parts::{role, scope};
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::icon::IconName;
use crate::ui::list::ListColumn;
use crate::ui::moment::Moment;
use crate::ui::page_head::PageHead;
use crate::ui::select::Entries;

/// What the address may narrow the list by.
const NARROWED_BY: &[&str] = &["q", "role", "second_factor"];

/// The list of users.
#[component]
pub(crate) fn UsersPage() -> impl IntoView {
    let s = use_strings();
    let question = || asked(NARROWED_BY).maybe("sort", sort());
    let users = load_pages(question, &[Topic::Users], api::users::listed);
    let places = load(|| (), &[Topic::Vaults, Topic::ResourceGroups], move |()| scope::offer(s, true));
    let offer = Signal::derive(move || places.value().get().unwrap_or_default());
    view! {
        <PageFrame>
            <PageHead title=s.users.title intro=s.users.intro>
                <ButtonLink href=Route::AddUser.path() kind=ButtonKind::Primary icon=IconName::Plus>{s.users.add}</ButtonLink>
            </PageHead>
            <ListFrame
                about=about(s)
                fetched=users.rows(|user| user.id.uuid(), move |user| user_cells(user, offer))
                filters=|| view! { <Filters/> }
                empty=|| ()
            />
        </PageFrame>
    }
}

fn about(s: &Strings) -> About {
    About {
        label: s.users.title,
        name: "users",
        columns: vec![
            ListColumn::name(s.words.name).sorts("name"),
            ListColumn::state(s.users.access),
            ListColumn::text(s.users.last_signed_in).sorts("last_signed_in").key("signed-in").leaves(2),
            ListColumn::text(s.second_factor.title).key("second-factor").leaves(3),
            ListColumn::text(s.users.added).sorts("added").key("added").leaves(3),
        ],
        first_sort: "name",
        narrowed_by: NARROWED_BY,
        looks_through: Some(s.words.filter_by_name),
    }
}

#[component]
fn Filters() -> impl IntoView {
    let s = use_strings();
    let factor = [("true", s.second_factor.on), ("false", s.second_factor.off)];
    let factor = factor.map(|(key, word)| (key.to_owned(), word.to_owned())).to_vec();
    view! {
        <ParameterFilter name="role" label=s.users.role entries=Signal::stored(role::entries(s))/>
        <ParameterFilter name="second_factor" label=s.second_factor.title entries=Signal::stored(factor)/>
    }
}

/// The cells of a user's row; `offer` are the places that roles count at.
fn user_cells(user: Signal<User>, offer: Signal<Entries>) -> Vec<AnyView> {
    let s = use_strings();
    let session = use_session();
    let id = user.with_untracked(|user| user.id);
    let name = move || user.with(|user| user.name.clone());
    let you = move || (session.name() == name()).then(|| view! { " " <span class="fine">"(" {s.users.you} ")"</span> });
    let seen = move || match user.with(|user| user.last_signed_in_at) {
        Some(at) => view! { <Moment at/> }.into_any(),
        None => s.users.never.into_any(),
    };
    let factor = move || if user.with(|user| user.second_factor) { s.second_factor.on } else { s.second_factor.off };
    let added = Signal::derive(move || user.with(|user| user.created_at));
    vec![
        view! { <a href=Route::User(id).path()>{name}</a> {you} }.into_any(),
        (move || role::grants(s, user.get().grants, offer)).into_any(),
        seen.into_any(),
        factor.into_any(),
        view! { <Moment at=added/> }.into_any(),
    ]
}
