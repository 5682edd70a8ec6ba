//! Who did what.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize};
use uuid::Uuid;

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)+) => {
        /// Everything that the activity log tells. The page has words for each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action {
            $($(#[$doc])* $name,)+
        }

        impl Action {
            /// All of them, in the order of their texts.
            pub const ALL: &'static [Action] = &[$(Action::$name),+];

            /// The action as it stands in the log: `noun.verb`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Action::$name => $text,)+ }
            }

            /// The action that this text names.
            pub fn from_name(text: &str) -> Option<Action> {
                match text { $($text => Some(Action::$name),)+ _ => None }
            }
        }
    };
}

actions! {
    /// Confirmed that the server's clock is right.
    ClockConfirm = "clock.confirm";
    /// Added a host.
    HostCreate = "host.create";
    /// Looked at a host.
    HostDiscover = "host.discover";
    /// Started a backup of an item.
    ItemBackupNow = "item.backup_now";
    /// Enabled backup for a machine.
    ItemEnableBackup = "item.enable_backup";
    /// Resumed the protection of an item.
    ItemResumeProtection = "item.resume_protection";
    /// Cancelled a job.
    JobCancel = "job.cancel";
    /// Ran a job again.
    JobRetry = "job.retry";
    /// Started a restore.
    RecoveryPointRestore = "recovery_point.restore";
    /// Made a resource group.
    ResourceGroupCreate = "resource_group.create";
    /// Made the sample disks.
    SamplesCreate = "samples.create";
    /// Let a screen in.
    ScreenPair = "screen.pair";
    /// Ended a screen.
    ScreenRevoke = "screen.revoke";
    /// Set the server up.
    ServerSetup = "server.setup";
    /// Signed out.
    SessionClose = "session.close";
    /// Signed in.
    SessionOpen = "session.open";
    /// Signed in with the identity provider.
    SessionOpenByProvider = "session.open_by_provider";
    /// More sign-ins failed than are told one by one; the object is how many.
    SessionRefuseMany = "session.refuse_many";
    /// A sign-in failed: nobody has that name.
    SessionRefuseName = "session.refuse_name";
    /// A sign-in failed: the password was wrong.
    SessionRefusePassword = "session.refuse_password";
    /// A sign-in failed at the identity provider, or nobody has linked that account.
    SessionRefuseProvider = "session.refuse_provider";
    /// A sign-in failed: the second factor was wrong.
    SessionRefuseSecondFactor = "session.refuse_second_factor";
    /// Made a subscription.
    SubscriptionCreate = "subscription.create";
    /// Made a token.
    TokenCreate = "token.create";
    /// Ended a token.
    TokenRevoke = "token.revoke";
    /// Added a second factor to their own account.
    UserAddSecondFactor = "user.add_second_factor";
    /// Changed what a user may do.
    UserChangeAccess = "user.change_access";
    /// Changed their own password.
    UserChangePassword = "user.change_password";
    /// Added a user.
    UserCreate = "user.create";
    /// Removed a user.
    UserDelete = "user.delete";
    /// Signed a user out everywhere.
    UserEndSessions = "user.end_sessions";
    /// Linked their account to one at the identity provider.
    UserLinkIdentity = "user.link_identity";
    /// Removed a second factor.
    UserRemoveSecondFactor = "user.remove_second_factor";
    /// Gave a user a new password.
    UserResetPassword = "user.reset_password";
    /// Ended the link of their account.
    UserUnlinkIdentity = "user.unlink_identity";
    /// Signed in with a recovery code.
    UserUseRecoveryCode = "user.use_recovery_code";
    /// Changed how a vault keeps its data.
    VaultConfigureBackup = "vault.configure_backup";
    /// Confirmed that a vault's password is stored elsewhere.
    VaultConfirmPassword = "vault.confirm_password";
    /// Connected a vault that there was.
    VaultConnect = "vault.connect";
    /// Made a vault.
    VaultCreate = "vault.create";
    /// Deleted a vault.
    VaultDelete = "vault.delete";
    /// Pruned a vault.
    VaultPrune = "vault.prune";
    /// Read a vault's password.
    VaultReadPassword = "vault.read_password";
    /// Verified a vault.
    VaultVerify = "vault.verify";
}

impl<'de> Deserialize<'de> for Action {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Action::from_name(&text).ok_or_else(|| serde::de::Error::custom("nothing of this name is ever done"))
    }
}

/// An entry of the activity log. It is never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditEntry {
    /// Counts the entries from 1.
    pub number: u64,
    /// When it was done.
    pub at: DateTime<Utc>,
    /// The name of who did it; `system` for the server itself; the address that a sign-in failed from.
    pub actor: String,
    /// What was done, as `noun.verb`.
    pub action: String,
    /// The name of what it was done to: untrusted text.
    pub subject: String,
    /// The id of what the page shows for it: of the thing itself, or of a restored point's item. It may be gone by now.
    pub object_id: Option<Uuid>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_find_each_action_by_its_text() {
        for action in Action::ALL {
            assert_eq!(Action::from_name(action.as_str()), Some(*action));
        }
        assert!(Action::ALL.is_sorted_by_key(|action| action.as_str()));
    }
}
