//! People, roles and what a role may do.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{ResourceGroupId, TokenId, UserId, VaultId};
use crate::name::{TokenName, UserName};

/// The least number of characters of a password that someone signs in with.
pub const PASSWORD_CHARS_MIN: usize = 12;

/// What someone may do, in four steps; each includes the ones below it (F110).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Role {
    /// Sees everything in scope.
    BackupReader,
    /// Also enables backup, backs up, restores, verifies vaults.
    BackupOperator,
    /// Also makes vaults, policies and hosts.
    BackupContributor,
    /// Also deletes and prunes vaults, gives access, reads a vault's password.
    Owner,
}

/// What a role is granted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "scope", content = "id", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Scope {
    /// The whole server.
    Everything,
    /// A resource group: its machines and vaults.
    ResourceGroup(ResourceGroupId),
    /// A vault.
    Vault(VaultId),
}

/// A role on a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Grant {
    /// What may be done.
    pub role: Role,
    /// On what.
    pub scope: Scope,
}

/// A thing that a route does, as the one check of roles knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Permission {
    /// See.
    Read,
    /// Take a recovery point.
    BackupNow,
    /// Put a machine under a policy.
    EnableBackup,
    /// Restore from a recovery point.
    Restore,
    /// Look whether a vault holds what it should.
    VerifyVault,
    /// Cancel or repeat a job.
    ControlJob,
    /// Pair and revoke shared screens.
    ManageScreens,
    /// Make a vault.
    CreateVault,
    /// Change how a vault keeps its data.
    ConfigureVault,
    /// Confirm that a vault's password is stored elsewhere.
    ConfirmPassword,
    /// Make hosts, groups, sample disks; look at a host now.
    ManageInventory,
    /// Delete a vault.
    DeleteVault,
    /// Take away what no point of a vault needs.
    PruneVault,
    /// Read a vault's password.
    ReadVaultPassword,
    /// Confirm that the server's clock is right.
    ConfirmClock,
    /// Give and take access, read the activity log.
    ManageAccess,
}

impl Permission {
    /// The least role that has it.
    pub const fn least_role(self) -> Role {
        match self {
            Permission::Read => Role::BackupReader,
            Permission::BackupNow
            | Permission::EnableBackup
            | Permission::Restore
            | Permission::VerifyVault
            | Permission::ControlJob
            | Permission::ManageScreens => Role::BackupOperator,
            Permission::CreateVault
            | Permission::ConfigureVault
            | Permission::ConfirmPassword
            | Permission::ManageInventory => Role::BackupContributor,
            Permission::DeleteVault
            | Permission::PruneVault
            | Permission::ReadVaultPassword
            | Permission::ConfirmClock
            | Permission::ManageAccess => Role::Owner,
        }
    }
}

/// A user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct User {
    /// Their id.
    pub id: UserId,
    /// The name that they sign in with.
    pub name: String,
    /// What they may do.
    pub grants: Vec<Grant>,
    /// When they were added.
    pub created_at: DateTime<Utc>,
    /// When they last signed in; nothing before the first time.
    pub last_signed_in_at: Option<DateTime<Utc>>,
    /// Whether a code is asked for beside the password.
    pub second_factor: bool,
}

impl User {
    /// Whether a grant on everything allows it; for showing or hiding a button. The server decides by the object.
    pub fn may_everywhere(&self, permission: Permission) -> bool {
        self.grants.iter().any(|g| g.scope == Scope::Everything && g.role >= permission.least_role())
    }

    /// Whether any grant allows it on something.
    pub fn may_somewhere(&self, permission: Permission) -> bool {
        self.grants.iter().any(|g| g.role >= permission.least_role())
    }
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    /// The user.
    pub user: User,
    /// When the session ends unless it is used.
    pub expires_at: DateTime<Utc>,
}

/// Signs in.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// The name.
    pub name: String,
    /// The password.
    pub password: String,
    /// A code of the authenticator app, or a recovery code: for who has a second factor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// Whether the server waits for its first Owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetupState {
    /// It does: the one-time link of its output leads on.
    pub needed: bool,
}

/// Makes the first Owner.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Setup {
    /// The secret of the one-time link.
    pub token: String,
    /// The name to sign in with.
    pub name: UserName,
    /// The password, at least [`PASSWORD_CHARS_MIN`] characters.
    pub password: String,
}

/// Adds a user.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CreateUser {
    /// The name to sign in with, unique.
    pub name: UserName,
    /// The password, at least [`PASSWORD_CHARS_MIN`] characters.
    pub password: String,
    /// What they may do.
    pub grants: Vec<Grant>,
}

/// A bearer token of a script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Token {
    /// Its id.
    pub id: TokenId,
    /// What it is called.
    pub name: String,
    /// What it may do, at most what its maker may.
    pub grant: Grant,
    /// Who made it.
    pub created_by: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last used, to the minute.
    pub last_used_at: Option<DateTime<Utc>>,
}

/// Makes a token.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CreateToken {
    /// What it is called.
    pub name: TokenName,
    /// What it may do.
    pub grant: Grant,
}

/// A new token with its secret, which is shown this once.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewToken {
    /// The token.
    pub token: Token,
    /// What goes behind `Authorization: Bearer`.
    pub secret: String,
}
