//! Where a role counts or what a screen shows: everything, a resource group or a vault, to choose and in words.

use shared::auth::Scope;

use crate::api::{self, Failure};
use crate::i18n::Strings;
use crate::ui::select::Entries;

const EVERYTHING: &str = "everything";

/// What there is to choose from, as a list has it: the key begins with the kind.
pub(crate) async fn offer(s: &'static Strings, everything: bool) -> Result<Entries, Failure> {
    let (vaults, groups) = (api::vaults::all().await?, api::resource_groups::all().await?);
    let first = everything.then(|| (EVERYTHING.to_owned(), s.screens.everything.to_owned()));
    let vaults = vaults.into_iter().map(|vault| (key(Scope::Vault(vault.id)), (s.screens.of_vault)(&vault.name)));
    let groups =
        groups.into_iter().map(|group| (key(Scope::ResourceGroup(group.id)), (s.screens.of_group)(&group.name)));
    Ok(first.into_iter().chain(vaults).chain(groups).collect())
}

/// The key of a scope.
pub(crate) fn key(scope: Scope) -> String {
    match scope {
        Scope::Everything => EVERYTHING.to_owned(),
        Scope::Vault(id) => format!("v{id}"),
        Scope::ResourceGroup(id) => format!("g{id}"),
    }
}

/// The scope of a key.
pub(crate) fn scope(key: &str) -> Option<Scope> {
    match key.split_at_checked(1)? {
        _ if key == EVERYTHING => Some(Scope::Everything),
        ("v", id) => Some(Scope::Vault(id.parse().ok()?)),
        ("g", id) => Some(Scope::ResourceGroup(id.parse().ok()?)),
        _ => None,
    }
}

/// The words for a scope, which are on the list unless it has been deleted.
pub(crate) fn words(s: &Strings, scope: Scope, offer: &Entries) -> String {
    let own = key(scope);
    let listed = offer.iter().find(|(key, _)| *key == own).map(|(_, words)| words.clone());
    match scope {
        Scope::Everything => s.screens.everything.to_owned(),
        _ => listed.unwrap_or_else(|| s.screens.gone.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use shared::id::{ResourceGroupId, VaultId};

    use super::*;

    #[test]
    fn should_read_the_scope_that_was_chosen() {
        let id = "01920000-0000-7000-8000-000000000001".parse().unwrap();
        for one in [Scope::Everything, Scope::Vault(VaultId::new(id)), Scope::ResourceGroup(ResourceGroupId::new(id))] {
            assert_eq!(scope(&key(one)), Some(one));
        }
        assert_eq!((scope(""), scope("x"), scope("é")), (None, None, None));
    }
}
