//! Where the page shows what something was done to.

use shared::audit::AuditEntry;
use shared::id::{ItemId, JobId, UserId, VaultId};

use crate::routes::Route;

/// The page of an entry's object, when there is one.
pub(super) fn object(entry: &AuditEntry) -> Option<Route> {
    let id = entry.object_id;
    let (noun, verb) = entry.action.split_once('.')?;
    match (noun, verb) {
        (_, "delete" | "revoke") => None,
        ("item" | "recovery_point", _) => id.map(ItemId::new).map(Route::Item),
        ("job", _) => id.map(JobId::new).map(Route::Job),
        ("vault", _) => id.map(VaultId::new).map(Route::Vault),
        ("user" | "session", _) => id.map(UserId::new).map(Route::User),
        ("host" | "samples", _) => Some(Route::Hosts),
        ("resource_group" | "subscription", _) => Some(Route::ResourceGroups),
        ("screen", _) => Some(Route::Screens),
        ("token", _) => Some(Route::Tokens),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use shared::audit::Action;
    use uuid::Uuid;

    use super::*;

    fn entry(action: &str, object_id: Option<Uuid>) -> AuditEntry {
        let (actor, subject) = ("me".to_owned(), "it".to_owned());
        AuditEntry { number: 1, at: DateTime::UNIX_EPOCH, actor, action: action.to_owned(), subject, object_id }
    }

    #[test]
    fn should_lead_to_what_is_still_there() {
        let id = Uuid::from_u128(7);
        assert_eq!(object(&entry("vault.create", Some(id))), Some(Route::Vault(VaultId::new(id))));
        assert_eq!(object(&entry("vault.delete", Some(id))), None);
        assert_eq!(object(&entry("vault.create", None)), None);
        assert_eq!(object(&entry("token.create", None)), Some(Route::Tokens));
        let known = Action::ALL.iter().filter(|action| object(&entry(action.as_str(), Some(id))).is_some());
        assert!(known.count() > 20);
    }
}
