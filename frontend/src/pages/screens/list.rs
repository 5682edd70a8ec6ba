//! The list of shared screens, each with a button that ends it.

use leptos::prelude::*;
use shared::auth::{Permission, Scope};
use shared::event::Topic;
use shared::screen::Screen;

use super::browser_name::browser_name;
use crate::api;
use crate::i18n::{Strings, use_strings};
use crate::loading::load;
use crate::parts::load::Load;
use crate::parts::loss::{LossButton, LossWords};
use crate::parts::page_frame::PageFrame;
use crate::parts::trouble::FailureBox;
use crate::routes::Route;
use crate::sending::Sending;
use crate::session::use_session;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::each::Each;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::moment::Moment;
use crate::ui::page_head::PageHead;
use crate::ui::table::{Cell, CellKind, Column, Row, Table};
use crate::ui::toast::use_toasts;

/// The list of shared screens.
#[component]
pub(crate) fn ScreensPage() -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let screens = load(|| (), &[Topic::Screens], |()| api::screens::all());
    let pair = move || {
        session.may(Permission::ManageScreens).then(|| {
            view! {
                <ButtonLink href=Route::PairScreen.path() kind=ButtonKind::Primary icon=IconName::Plus>
                    {s.screens.pair}
                </ButtonLink>
            }
        })
    };
    // A page of its own: it has no frame that leads back, and a stream of its own.
    let wall =
        || view! { <a class="button" href=Route::Wall.path() target="_blank">{use_strings().screens.open_wall}</a> };
    view! {
        <PageFrame>
            <PageHead title=s.screens.title intro=s.screens.intro>{pair} {wall}</PageHead>
            <Load from=screens let:screens>
                {move || if screens.with(Vec::is_empty) {
                    let text = (s.screens.empty_text)(&wall_address());
                    view! { <Empty icon=IconName::Wall title=s.screens.empty text/> }.into_any()
                } else {
                    view! { <ScreenTable screens/> }.into_any()
                }}
            </Load>
        </PageFrame>
    }
}

/// Where a screen finds the wall.
pub(super) fn wall_address() -> String {
    format!("{}{}", window().location().origin().unwrap_or_default(), Route::Wall.path())
}

#[component]
fn ScreenTable(
    /// The screens.
    screens: Signal<Vec<Screen>>,
) -> impl IntoView {
    let s = use_strings();
    let revoking = Sending::new();
    let columns = vec![
        Column::name(s.words.name),
        Column::text(s.screens.shows),
        Column::text(s.screens.last_seen),
        Column::text(s.screens.browser).leaves(2),
        Column::text(s.screens.paired_by).leaves(3),
        Column::actions(s.words.actions),
    ];
    view! {
        <FailureBox failure=revoking.failure()/>
        <Table label=s.screens.title columns>
            <Each entries=screens key=|screen| screen.id let:screen>
                <ScreenRow screen revoking/>
            </Each>
        </Table>
    }
}

#[component]
fn ScreenRow(
    /// The screen.
    screen: Signal<Screen>,
    /// The end of one that is under way, one at a time.
    revoking: Sending,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let name = Signal::derive(move || screen.get().name);
    let words = LossWords { title: s.screens.revoke_title, text: s.screens.revoke_text, action: s.screens.revoke };
    let revoke = move |()| {
        let id = screen.with_untracked(|screen| screen.id);
        revoking.start(api::screens::revoke(id), move |()| toasts.say((s.screens.revoked)(&name.get_untracked())));
    };
    let seen = move || match screen.with(|screen| screen.last_seen_at) {
        Some(at) => view! { <Moment at/> }.into_any(),
        None => s.screens.never.into_any(),
    };
    view! {
        <Row>
            <Cell kind=CellKind::Name>{name}</Cell>
            <Cell label=s.screens.shows>{move || screen.with(|screen| shows(s, screen))}</Cell>
            <Cell label=s.screens.last_seen>{seen}</Cell>
            <Cell label=s.screens.browser leaves=2>
                {move || screen.with(|screen| (s.screens.found)(&browser_name(s, &screen.browser), &screen.address))}
            </Cell>
            <Cell label=s.screens.paired_by leaves=3>
                {move || screen.get().paired_by} ", " {move || s.moment(screen.with(|screen| screen.paired_at))}
            </Cell>
            <Cell kind=CellKind::Actions>
                <LossButton words name sending=revoking on_confirm=revoke/>
            </Cell>
        </Row>
    }
}

fn shows(s: &Strings, screen: &Screen) -> String {
    match (screen.scope, &screen.scope_name) {
        (Scope::Everything, _) => s.screens.everything.to_owned(),
        (_, None) => s.screens.gone.to_owned(),
        (Scope::ResourceGroup(_), Some(name)) => (s.screens.of_group)(name),
        (Scope::Vault(_), Some(name)) => (s.screens.of_vault)(name),
    }
}
