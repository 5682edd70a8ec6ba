//! English: the activity log.

use shared::audit::Action;

use crate::i18n::activity::Activity;

pub(super) const ACTIVITY: Activity = Activity {
    title: "Activity log",
    intro: "Who did what, and when. Nothing is ever removed from it.",
    filter: "Filter by person or object",
    when: "When",
    who: "Who",
    what: "What",
    object: "Object",
    action,
};

const fn action(action: Action) -> &'static str {
    match action {
        Action::ClockConfirm => "Confirmed the server’s time",
        Action::HostCreate => "Added a host",
        Action::HostDiscover => "Looked at a host",
        Action::ItemBackupNow => "Started a backup",
        Action::ItemEnableBackup => "Enabled backup",
        Action::ItemResumeProtection => "Resumed backup",
        Action::JobCancel => "Cancelled a job",
        Action::JobRetry => "Ran a job again",
        Action::RecoveryPointRestore => "Started a restore",
        Action::ResourceGroupCreate => "Created a resource group",
        Action::SamplesCreate => "Made the sample disks",
        Action::ScreenPair => "Paired a screen",
        Action::ScreenRevoke => "Revoked a screen",
        Action::ServerSetup => "Set the server up",
        Action::SessionClose => "Signed out",
        Action::SessionOpen => "Signed in",
        Action::SessionOpenByProvider => "Signed in with the identity provider",
        Action::SessionRefuseMany => "Sign-ins failed, not told one by one",
        Action::SessionRefuseName => "Sign-in failed: unknown name",
        Action::SessionRefusePassword => "Sign-in failed: wrong password",
        Action::SessionRefuseProvider => "Sign-in failed: identity provider",
        Action::SessionRefuseSecondFactor => "Sign-in failed: wrong second factor",
        Action::SubscriptionCreate => "Created a subscription",
        Action::TokenCreate => "Created a token",
        Action::TokenRevoke => "Revoked a token",
        Action::UserAddSecondFactor => "Added a second factor",
        Action::UserChangeAccess => "Changed access",
        Action::UserChangePassword => "Changed their own password",
        Action::UserCreate => "Added a user",
        Action::UserDelete => "Removed a user",
        Action::UserEndSessions => "Signed someone out everywhere",
        Action::UserLinkIdentity => "Linked their account",
        Action::UserRemoveSecondFactor => "Removed a second factor",
        Action::UserResetPassword => "Reset a password",
        Action::UserUnlinkIdentity => "Removed the link of their account",
        Action::UserUseRecoveryCode => "Signed in with a recovery code",
        Action::VaultConfigureBackup => "Changed the backup configuration",
        Action::VaultConfirmPassword => "Confirmed that the password is stored",
        Action::VaultConnect => "Connected a vault",
        Action::VaultCreate => "Created a vault",
        Action::VaultDelete => "Deleted a vault",
        Action::VaultPrune => "Pruned a vault",
        Action::VaultReadPassword => "Read a vault’s password",
        Action::VaultVerify => "Verified a vault",
    }
}
