//! The list of shared screens, each with a button that ends it.

use leptos::prelude::*;
use shared::auth::{Permission, Scope};
use shared::event::Topic;
use shared::screen::Screen;

use super::browser_name::browser_name;
use crate::api;
use crate::i18n::{Strings, use_strings};
use crate::paging::{asked, load_pages, sort};
use crate::parts::list_frame::{About, ListFrame};
use crate::parts::loss::{LossButton, LossWords};
use crate::parts::page_frame::PageFrame;
use crate::parts::trouble::FailureBox;
use crate::routes::Route;
use crate::sending::Sending;
use crate::session::use_session;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::list::{ListColumn, RowName};
use crate::ui::moment::Moment;
use crate::ui::page_head::PageHead;
use crate::ui::toast::use_toasts;

/// What the address may narrow the list by.
const NARROWED_BY: &[&str] = &["q"];

/// The list of shared screens.
#[component]
pub(crate) fn ScreensPage() -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let revoking = Sending::new();
    let question = || asked(NARROWED_BY).maybe("sort", sort());
    let screens = load_pages(question, &[Topic::Screens], api::screens::listed);
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
            <FailureBox failure=revoking.failure()/>
            <div class="revocable">
                <ListFrame
                    about=about(s)
                    fetched=screens.rows(|screen| screen.id.uuid(), move |screen| screen_cells(screen, revoking))
                    empty=move || {
                        let text = (s.screens.empty_text)(&wall_address());
                        view! { <Empty icon=IconName::Wall title=s.screens.empty text/> }
                    }
                />
            </div>
        </PageFrame>
    }
}

fn about(s: &Strings) -> About {
    About {
        label: s.screens.title,
        name: "screens",
        columns: vec![
            ListColumn::name(s.words.name).sorts("name"),
            ListColumn::text(s.screens.shows),
            ListColumn::text(s.screens.last_seen).sorts("last_seen").key("seen"),
            ListColumn::text(s.screens.browser).key("browser").leaves(2),
            ListColumn::text(s.screens.paired_by).sorts("paired").key("paired").leaves(3),
            ListColumn::actions(s.words.actions),
        ],
        first_sort: "paired",
        narrowed_by: NARROWED_BY,
        looks_through: Some(s.words.filter_by_name),
    }
}

/// Where a screen finds the wall.
pub(super) fn wall_address() -> String {
    format!("{}{}", window().location().origin().unwrap_or_default(), Route::Wall.path())
}

/// The cells of a screen's row; `revoking` is the end of one that is under way.
fn screen_cells(screen: Signal<Screen>, revoking: Sending) -> Vec<AnyView> {
    let s = use_strings();
    let seen = move || match screen.with(|screen| screen.last_seen_at) {
        Some(at) => view! { <Moment at/> }.into_any(),
        None => s.screens.never.into_any(),
    };
    let browser = move || screen.with(|screen| (s.screens.found)(&browser_name(s, &screen.browser), &screen.address));
    let paired = move || format!("{}, {}", screen.get().paired_by, s.moment(screen.with(|screen| screen.paired_at)));
    vec![
        view! { <RowName name=move || screen.get().name/> }.into_any(),
        (move || screen.with(|screen| shows(s, screen))).into_any(),
        seen.into_any(),
        browser.into_any(),
        paired.into_any(),
        view! { <Revoke screen revoking/> }.into_any(),
    ]
}

/// Ends a screen, after a question.
#[component]
fn Revoke(
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
    view! { <LossButton words name sending=revoking on_confirm=revoke/> }
}

fn shows(s: &Strings, screen: &Screen) -> String {
    match (screen.scope, &screen.scope_name) {
        (Scope::Everything, _) => s.screens.everything.to_owned(),
        (_, None) => s.screens.gone.to_owned(),
        (Scope::ResourceGroup(_), Some(name)) => (s.screens.of_group)(name),
        (Scope::Vault(_), Some(name)) => (s.screens.of_vault)(name),
    }
}
