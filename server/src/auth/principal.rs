//! Who asks, and whether they may: the one place where roles are compared.

use shared::auth::{Grant, Permission, Role, Scope};
use shared::id::UserId;
use shared::problem::Code;

use crate::auth::Place;
use crate::db::Statement;
use crate::error::Result;

/// Who asks, with the permission that the route needs. Every handler takes one and asks it about each object that it touches.
#[derive(Clone, Debug)]
pub struct Principal {
    /// The user's or token's name, for the activity log.
    pub name: String,
    /// The user; nothing for a token.
    pub user: Option<UserId>,
    /// The person behind it: the user, or the one who made the token.
    pub person: Option<UserId>,
    /// What they may do.
    pub grants: Vec<Grant>,
    /// What the route does.
    pub permission: Permission,
}

impl Principal {
    /// Who works at the server's own command line, and may do everything.
    pub fn operator(permission: Permission) -> Self {
        let grants = vec![Grant { role: Role::Owner, scope: Scope::Everything }];
        Self { name: "operator".to_owned(), user: None, person: None, grants, permission }
    }

    /// Whether a grant with this permission covers the place.
    fn holds(&self, permission: Permission, place: Place) -> bool {
        let covers = |scope: Scope| match scope {
            Scope::Everything => true,
            Scope::ResourceGroup(id) => place.resource_group == Some(id),
            Scope::Vault(id) => place.vault == Some(id),
        };
        self.grants.iter().any(|grant| grant.role >= permission.least_role() && covers(grant.scope))
    }

    /// The same one, about something that the route does besides.
    #[must_use]
    pub fn with(&self, permission: Permission) -> Self {
        Self { permission, ..self.clone() }
    }

    /// Whether the object may be seen.
    pub fn sees(&self, place: Place) -> bool {
        self.holds(Permission::Read, place)
    }

    /// Appends that an object may be seen, by the SQL of its resource group's id and of its vault's: what [`Principal::sees`] says, for the database.
    pub fn only_seen(&self, condition: &mut Statement, resource_group: &str, vault: &str) {
        self.only_with(Permission::Read, condition, [resource_group, vault]);
    }

    /// The same of objects that the route's permission covers: what [`Principal::on`] says.
    pub fn only_covered(&self, condition: &mut Statement, resource_group: &str, vault: &str) {
        self.only_with(self.permission, condition, [resource_group, vault]);
    }

    fn only_with(&self, permission: Permission, condition: &mut Statement, [resource_group, vault]: [&str; 2]) {
        if self.is_everywhere(permission) {
            condition.push("1 = 1");
            return;
        }
        let (mut groups, mut vaults) = (Vec::new(), Vec::new());
        for grant in self.grants.iter().filter(|grant| grant.role >= permission.least_role()) {
            match grant.scope {
                Scope::Everything => {}
                Scope::ResourceGroup(id) => groups.push(id),
                Scope::Vault(id) => vaults.push(id),
            }
        }
        match (groups.is_empty(), vaults.is_empty()) {
            (true, _) => condition.push(vault).within(&vaults),
            (false, true) => condition.push(resource_group).within(&groups),
            (false, false) => {
                condition.push("(").push(vault).within(&vaults).push(" or ");
                condition.push(resource_group).within(&groups).push(")")
            }
        };
    }

    /// Lets the request go on when the route's permission covers the object. What may not be seen does not exist; what may be seen and
    /// not be touched is forbidden.
    pub fn on(&self, place: Place) -> Result<()> {
        if self.holds(self.permission, place) {
            Ok(())
        } else if self.sees(place) {
            Err(Code::Forbidden.into())
        } else {
            Err(Code::NotFound.into())
        }
    }

    /// Lets the request go on when the permission is held on the whole server.
    pub fn on_everything(&self) -> Result<()> {
        if self.is_everywhere(self.permission) { Ok(()) } else { Err(Code::Forbidden.into()) }
    }

    /// Whether a grant on the whole server has it.
    pub fn is_everywhere(&self, permission: Permission) -> bool {
        self.holds(permission, Place::default())
    }

    /// Whether every one of these grants is one that this principal could itself use: nobody gives more than they have.
    pub fn may_give(&self, grant: Grant) -> bool {
        covers(&self.grants, grant)
    }
}

/// Whether who has these grants has this one too.
pub(super) fn covers(grants: &[Grant], grant: Grant) -> bool {
    grants.iter().any(|own| own.role >= grant.role && (own.scope == Scope::Everything || own.scope == grant.scope))
}

#[cfg(test)]
mod tests {
    use shared::id::{ResourceGroupId, VaultId};
    use uuid::Uuid;

    use super::*;

    fn principal(role: Role, scope: Scope, permission: Permission) -> Principal {
        Principal { name: "me".to_owned(), user: None, person: None, grants: vec![Grant { role, scope }], permission }
    }

    #[test]
    fn should_hide_what_is_out_of_scope_and_forbid_what_is_above_the_role() {
        let vault = VaultId::new(Uuid::from_u128(1));
        let group = ResourceGroupId::new(Uuid::from_u128(2));
        let inside = Place::vault(vault, group);
        let outside = Place::vault(VaultId::new(Uuid::from_u128(3)), group);
        let operator = principal(Role::BackupOperator, Scope::Vault(vault), Permission::BackupNow);
        assert!(operator.on(inside).is_ok());
        assert_eq!(operator.on(outside).unwrap_err().code(), Code::NotFound);
        let reader = principal(Role::BackupReader, Scope::Vault(vault), Permission::BackupNow);
        assert_eq!(reader.on(inside).unwrap_err().code(), Code::Forbidden);
        assert_eq!(operator.on_everything().unwrap_err().code(), Code::Forbidden);
    }

    #[test]
    fn should_not_give_more_than_it_has() {
        let group = Scope::ResourceGroup(ResourceGroupId::new(Uuid::from_u128(2)));
        let owner = principal(Role::Owner, group, Permission::ManageAccess);
        assert!(owner.may_give(Grant { role: Role::Owner, scope: group }));
        assert!(!owner.may_give(Grant { role: Role::BackupReader, scope: Scope::Everything }));
    }
}
