//! Backup policies: those of a vault, and one with the items under it.

mod list;
mod policy;

pub(crate) use list::VaultPoliciesPage;
pub(crate) use policy::PolicyPage;
