//! The panel that changes what a user may do.

use leptos::prelude::*;
use shared::auth::User;
use shared::id::UserId;
use shared::user::ChangeUser;

use super::grants::{GrantRows, GrantsField};
use crate::api::{self, Failure};
use crate::i18n::use_strings;
use crate::loading::load;
use crate::navigation;
use crate::parts::opened::Opened;
use crate::parts::scope;
use crate::parts::trouble::FailureBox;
use crate::routes::Route;
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::panel::Panel;
use crate::ui::select::Entries;
use crate::ui::toast::use_toasts;

/// The panel that changes what a user may do.
#[component]
pub(crate) fn ChangeAccessPanel(
    /// The user.
    id: UserId,
) -> impl IntoView {
    let s = use_strings();
    // What is being changed stays as it is while someone types, whoever else changes it.
    let loaded = load(
        move || id,
        &[],
        move |id| async move { Ok::<_, Failure>((api::users::get(id).await?, scope::offer(s, true).await?)) },
    );
    view! {
        <Opened from=loaded title=s.users.change_access let:both>
            <AccessForm both/>
        </Opened>
    }
}

#[component]
fn AccessForm(
    /// The user, and where a role may count.
    both: Signal<(User, Entries)>,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let (user, offer) = both.get_untracked();
    let listed = offer.clone();
    let kept: Vec<_> =
        user.grants.iter().copied().filter(|grant| is_listed(&listed, &scope::key(grant.scope))).collect();
    let grants = GrantRows::new(s, &kept, Signal::stored(offer));
    let id = user.id;
    let submit = move |()| {
        if let Some(grants) = grants.check() {
            let done = move |user: User| {
                toasts.say((s.users.changed)(&user.name));
                navigation::go(&Route::User(id).path());
            };
            sending.start(api::users::change(id, ChangeUser { grants }), done);
        }
    };
    let footer = move || {
        view! {
            <Button submit=true kind=ButtonKind::Primary off=sending.busy()>{s.users.save}</Button>
            <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{s.words.cancel}</Button>
        }
    };
    view! {
        <Panel title=s.users.change_access subtitle=user.name on_submit=submit footer>
            <FailureBox failure=sending.failure()/>
            <GrantsField rows=grants/>
            <p class="fine quiet">{s.users.change_hint}</p>
        </Panel>
    }
}

/// Whether a role's place is still there; a role on what has been deleted goes with the next change.
fn is_listed(offer: &Entries, own: &str) -> bool {
    offer.iter().any(|(key, _)| key == own)
}

#[cfg(test)]
mod tests {
    use shared::auth::Scope;

    use super::*;

    #[test]
    fn should_let_go_of_what_is_gone() {
        let offer: Entries = vec![(scope::key(Scope::Everything), "Everything".into())];
        assert!(is_listed(&offer, "everything"));
        assert!(!is_listed(&offer, "v01920000-0000-7000-8000-000000000001"));
    }
}
