//! The list of tokens, each with a button that ends it.

use leptos::prelude::*;
use shared::auth::Token;
use shared::event::Topic;

use crate::api;
use crate::i18n::{Strings, use_strings};
use crate::loading::load;
use crate::paging::{asked, load_pages, sort};
use crate::parts::list_filters::ParameterFilter;
use crate::parts::list_frame::{About, ListFrame};
use crate::parts::loss::{LossButton, LossWords};
use crate::parts::page_frame::PageFrame;
use crate::parts::trouble::FailureBox;
use crate::parts::{role, scope};
use crate::routes::Route;
use crate::sending::Sending;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::list::{ListColumn, RowName};
use crate::ui::moment::Moment;
use crate::ui::page_head::PageHead;
use crate::ui::select::Entries;
use crate::ui::toast::use_toasts;

/// What the address may narrow the list by.
const NARROWED_BY: &[&str] = &["q", "role"];

/// The list of tokens.
#[component]
pub(crate) fn TokensPage() -> impl IntoView {
    let s = use_strings();
    let revoking = Sending::new();
    let question = || asked(NARROWED_BY).maybe("sort", sort());
    let tokens = load_pages(question, &[Topic::Users], api::tokens::listed);
    let places = load(|| (), &[Topic::Vaults, Topic::ResourceGroups], move |()| scope::offer(s, true));
    let offer = Signal::derive(move || places.value().get().unwrap_or_default());
    let filters =
        move || view! { <ParameterFilter name="role" label=s.users.role entries=Signal::stored(role::entries(s))/> };
    view! {
        <PageFrame>
            <PageHead title=s.tokens.title intro=s.tokens.intro>
                <ButtonLink href=Route::CreateToken.path() kind=ButtonKind::Primary icon=IconName::Plus>
                    {s.tokens.create}
                </ButtonLink>
            </PageHead>
            <FailureBox failure=revoking.failure()/>
            <div class="revocable">
                <ListFrame
                    about=about(s)
                    fetched=tokens.rows(|token| token.id.uuid(), move |token| token_cells(token, offer, revoking))
                    filters
                    empty=move || view! { <Empty icon=IconName::Key title=s.tokens.empty text=s.tokens.empty_text/> }
                />
            </div>
        </PageFrame>
    }
}

fn about(s: &Strings) -> About {
    About {
        label: s.tokens.title,
        name: "tokens",
        columns: vec![
            ListColumn::name(s.words.name).sorts("name"),
            ListColumn::text(s.users.role),
            ListColumn::text(s.users.scope).key("scope"),
            ListColumn::text(s.tokens.last_used).sorts("last_used").key("used"),
            ListColumn::text(s.tokens.created_by).sorts("created").key("created").leaves(2),
            ListColumn::actions(s.words.actions),
        ],
        first_sort: "created",
        narrowed_by: NARROWED_BY,
        looks_through: Some(s.words.filter_by_name),
    }
}

/// The cells of a token's row; `offer` are the places that roles count at, `revoking` is the end of one that is under way.
fn token_cells(token: Signal<Token>, offer: Signal<Entries>, revoking: Sending) -> Vec<AnyView> {
    let s = use_strings();
    let name = Signal::derive(move || token.get().name);
    let grant = move || token.with(|token| token.grant);
    let used = move || match token.with(|token| token.last_used_at) {
        Some(at) => view! { <Moment at/> }.into_any(),
        None => s.tokens.never.into_any(),
    };
    let created = move || format!("{}, {}", token.get().created_by, s.moment(token.with(|token| token.created_at)));
    vec![
        view! { <RowName name/> }.into_any(),
        (move || (s.users.role_name)(grant().role)).into_any(),
        (move || offer.with(|offer| scope::words(s, grant().scope, offer))).into_any(),
        used.into_any(),
        created.into_any(),
        view! { <Revoke token revoking/> }.into_any(),
    ]
}

/// Ends a token, after a question.
#[component]
fn Revoke(
    /// The token.
    token: Signal<Token>,
    /// The end of one that is under way, one at a time.
    revoking: Sending,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let name = Signal::derive(move || token.get().name);
    let words = LossWords { title: s.tokens.revoke_title, text: s.tokens.revoke_text, action: s.tokens.revoke };
    let revoke = move |()| {
        let id = token.with_untracked(|token| token.id);
        revoking.start(api::tokens::revoke(id), move |()| toasts.say((s.tokens.revoked)(&name.get_untracked())));
    };
    view! { <LossButton words name sending=revoking on_confirm=revoke/> }
}
