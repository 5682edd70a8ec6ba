//! What an Owner can do for a user, and removing one.

use leptos::prelude::*;
use shared::auth::User;

use crate::api;
use crate::i18n::use_strings;
use crate::navigation;
use crate::parts::loss::{AskLoss, LossWords};
use crate::routes::Route;
use crate::sending::Sending;
use crate::session::use_session;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::icon::IconName;
use crate::ui::menu::{Menu, MenuButton, MenuLink};
use crate::ui::toast::use_toasts;

/// The commands of a user.
#[component]
pub(super) fn UserCommands(
    /// The user.
    user: Signal<User>,
    /// The request that is under way; the page shows why it failed.
    sending: Sending,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let session = use_session();
    let is_removal_asked = RwSignal::new(false);
    let id = user.with_untracked(|user| user.id);
    let name = Signal::derive(move || user.with(|user| user.name.clone()));
    let is_own = move || session.name() == name.get();
    let end_sessions = move |()| {
        let done = move |()| toasts.say((s.users.sessions_ended)(&name.get_untracked()));
        sending.start(api::users::end_sessions(id), done);
    };
    let remove = move |()| {
        sending.start(api::users::remove(id), move |()| {
            toasts.say((s.users.removed)(&name.get_untracked()));
            navigation::go(&Route::Users.path());
        });
    };
    let is_factor_asked = RwSignal::new(false);
    let remove_factor = move |()| {
        sending.start(api::second_factor::remove_of(id), move |()| toasts.say(s.second_factor.removed));
    };
    // Who can still sign in removes their own in their account.
    let factor = move || {
        (user.with(|user| user.second_factor) && !is_own()).then(|| {
            view! {
                <MenuButton icon=IconName::Verify danger=true on_press=move |()| is_factor_asked.set(true)>
                    {s.second_factor.remove}
                </MenuButton>
            }
        })
    };
    // One's own password is changed with the old one.
    let reset = move || {
        let (href, text) = if is_own() {
            (Route::ChangePassword, s.account.change_password)
        } else {
            (Route::ResetUserPassword(id), s.users.reset_password)
        };
        view! { <ButtonLink href=href.path() icon=IconName::Key>{text}</ButtonLink> }
    };
    let removal_words = LossWords { title: s.users.remove_title, text: s.users.remove_text, action: s.users.remove };
    let factor_words = LossWords {
        title: s.second_factor.remove_of_title,
        text: s.second_factor.remove_text,
        action: s.second_factor.remove,
    };
    view! {
        <ButtonLink href=Route::UserAccess(id).path() kind=ButtonKind::Primary>{s.users.change_access}</ButtonLink>
        {reset}
        <Menu label=move || (s.words.more_actions)(&name.get())>
            <MenuLink href=move || Route::Activity.with("actor", &name.get()) icon=IconName::File>{s.users.activity}</MenuLink>
            <MenuButton icon=IconName::SignOut on_press=end_sessions>{s.users.end_sessions}</MenuButton>
            <hr/>
            {factor}
            <MenuButton icon=IconName::Trash danger=true on_press=move |()| is_removal_asked.set(true)>
                {s.users.remove}
            </MenuButton>
        </Menu>
        <AskLoss open=is_factor_asked words=factor_words name on_confirm=remove_factor/>
        <AskLoss open=is_removal_asked words=removal_words name on_confirm=remove/>
    }
}
