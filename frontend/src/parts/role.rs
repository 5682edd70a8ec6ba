//! Roles, to choose and in words.

use leptos::prelude::*;
use shared::auth::{Grant, Role};

use crate::i18n::Strings;
use crate::parts::scope;
use crate::ui::select::Entries;

/// All roles, the least first.
const ROLES: [Role; 4] = [Role::BackupReader, Role::BackupOperator, Role::BackupContributor, Role::Owner];

/// The key of a role in a list.
pub(crate) fn key(role: Role) -> String {
    format!("{role:?}")
}

/// The role of a key; nothing chosen is the least.
pub(crate) fn role(chosen: &str) -> Option<Role> {
    if chosen.is_empty() { Some(Role::BackupReader) } else { ROLES.into_iter().find(|role| key(*role) == chosen) }
}

/// The roles as a list has them.
pub(crate) fn entries(s: &Strings) -> Entries {
    ROLES.map(|role| (key(role), (s.users.role_name)(role).to_owned())).into()
}

/// Roles with where they count, a line each.
pub(crate) fn grants(s: &'static Strings, grants: Vec<Grant>, offer: Signal<Entries>) -> impl IntoView {
    let line = move |grant: Grant| {
        let place = move || offer.with(|offer| scope::words(s, grant.scope, offer));
        view! { <li>{(s.users.role_name)(grant.role)} " " <span class="fine">{place}</span></li> }
    };
    view! { <ul class="grants">{grants.into_iter().map(line).collect_view()}</ul> }
}
