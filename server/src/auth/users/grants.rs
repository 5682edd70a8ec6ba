//! What grants may say.

use shared::auth::{Grant, Scope};
use shared::problem::FieldReason;

use crate::db::Connection;
use crate::error::{Result, invalid, unknown};
use crate::{resource_groups, vaults};

/// More than anybody needs: who has so many has a role on the group instead.
const GRANTS_MAX: usize = 100;

/// The grants without those that stand there twice. There is at least one, and each is on something that exists.
pub(super) async fn known(connection: &mut Connection, asked: &[Grant]) -> Result<Vec<Grant>> {
    if asked.is_empty() {
        return Err(invalid("grants", FieldReason::Required));
    }
    if asked.len() > GRANTS_MAX {
        return Err(invalid("grants", FieldReason::Refused));
    }
    let mut grants = Vec::new();
    for grant in asked {
        if !grants.contains(grant) {
            if !exists(connection, grant.scope).await? {
                return Err(unknown("grants"));
            }
            grants.push(*grant);
        }
    }
    Ok(grants)
}

/// Whether there is what a role is to be given on.
pub(in crate::auth) async fn exists(connection: &mut Connection, scope: Scope) -> Result<bool> {
    Ok(match scope {
        Scope::Everything => true,
        Scope::ResourceGroup(id) => resource_groups::by_id(connection, id).await?.is_some(),
        Scope::Vault(id) => vaults::by_id(connection, id).await?.is_some(),
    })
}
