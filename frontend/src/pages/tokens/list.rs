//! The list of tokens, each with a button that ends it.

use leptos::prelude::*;
use shared::auth::Token;
use shared::event::Topic;

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::load::Load;
use crate::parts::loss::{LossButton, LossWords};
use crate::parts::page_frame::PageFrame;
use crate::parts::scope;
use crate::parts::trouble::FailureBox;
use crate::routes::Route;
use crate::sending::Sending;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::each::Each;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::moment::Moment;
use crate::ui::page_head::PageHead;
use crate::ui::select::Entries;
use crate::ui::table::{Cell, CellKind, Column, Row, Table};
use crate::ui::toast::use_toasts;

/// The list of tokens.
#[component]
pub(crate) fn TokensPage() -> impl IntoView {
    let s = use_strings();
    let tokens = load(|| (), &[Topic::Users], |()| api::tokens::all());
    view! {
        <PageFrame>
            <PageHead title=s.tokens.title intro=s.tokens.intro>
                <ButtonLink href=Route::CreateToken.path() kind=ButtonKind::Primary icon=IconName::Plus>
                    {s.tokens.create}
                </ButtonLink>
            </PageHead>
            <Load from=tokens let:tokens>
                {move || if tokens.with(Vec::is_empty) {
                    view! { <Empty icon=IconName::Key title=s.tokens.empty text=s.tokens.empty_text/> }.into_any()
                } else {
                    view! { <TokenTable tokens/> }.into_any()
                }}
            </Load>
        </PageFrame>
    }
}

#[component]
fn TokenTable(
    /// The tokens.
    tokens: Signal<Vec<Token>>,
) -> impl IntoView {
    let s = use_strings();
    let revoking = Sending::new();
    let places = load(|| (), &[Topic::Vaults, Topic::ResourceGroups], move |()| scope::offer(s, true));
    let offer = Signal::derive(move || places.value().get().unwrap_or_default());
    let columns = vec![
        Column::name(s.words.name),
        Column::text(s.users.role),
        Column::text(s.users.scope),
        Column::text(s.tokens.last_used),
        Column::text(s.tokens.created_by).leaves(2),
        Column::actions(s.words.actions),
    ];
    view! {
        <FailureBox failure=revoking.failure()/>
        <Table label=s.tokens.title columns>
            <Each entries=tokens key=|token| token.id let:token>
                <TokenRow token offer revoking/>
            </Each>
        </Table>
    }
}

#[component]
fn TokenRow(
    /// The token.
    token: Signal<Token>,
    /// The places that roles count at.
    offer: Signal<Entries>,
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
    let grant = move || token.with(|token| token.grant);
    let used = move || match token.with(|token| token.last_used_at) {
        Some(at) => view! { <Moment at/> }.into_any(),
        None => s.tokens.never.into_any(),
    };
    view! {
        <Row>
            <Cell kind=CellKind::Name>{name}</Cell>
            <Cell label=s.users.role>{move || (s.users.role_name)(grant().role)}</Cell>
            <Cell label=s.users.scope>{move || offer.with(|offer| scope::words(s, grant().scope, offer))}</Cell>
            <Cell label=s.tokens.last_used>{used}</Cell>
            <Cell label=s.tokens.created_by leaves=2>
                {move || token.get().created_by} ", " {move || s.moment(token.with(|token| token.created_at))}
            </Cell>
            <Cell kind=CellKind::Actions>
                <LossButton words name sending=revoking on_confirm=revoke/>
            </Cell>
        </Row>
    }
}
