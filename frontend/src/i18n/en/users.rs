//! English: users, their roles, and what an Owner does for them.

use shared::auth::Role;

use crate::i18n::users::Users;

pub(super) const USERS: Users = Users {
    title: "Users",
    intro: "Who may sign in, and what each may do. A role counts where it is given: everywhere, in a resource group, or in one vault.",
    add: "Add a user",
    name_hint: "2 to 64 letters, digits and - _ . @, a letter first",
    access: "Access",
    role: "Role",
    scope: "Scope",
    add_role: "Add another role",
    remove_role: |x| format!("Remove role {x}"),
    role_number: |x| format!("Role {x}"),
    added: "Added",
    last_signed_in: "Last sign-in",
    never: "never",
    you: "you",
    created: |x| format!("{x} was added."),
    change_access: "Change access",
    change_hint: "It counts at once. Tokens of theirs that go beyond it end.",
    save: "Save",
    changed: |x| format!("The access of {x} was changed."),
    reset_password: "Reset password",
    new_password: "New password",
    reset_text: "Their sessions end. Tell them the new password on a safe way; they can change it in their account.",
    password_reset: |x| format!("{x} has a new password."),
    end_sessions: "Sign out everywhere",
    sessions_ended: |x| format!("{x} is signed out everywhere."),
    activity: "Activity",
    remove: "Remove user",
    remove_title: |x| format!("Remove {x}?"),
    remove_text: "Their sessions and the tokens that they made end at once. Screens that they paired stay. The activity log keeps what they did.",
    removed: |x| format!("{x} was removed."),
    role_name,
    role_text,
};

const fn role_name(role: Role) -> &'static str {
    match role {
        Role::BackupReader => "Backup Reader",
        Role::BackupOperator => "Backup Operator",
        Role::BackupContributor => "Backup Contributor",
        Role::Owner => "Owner",
    }
}

const fn role_text(role: Role) -> &'static str {
    match role {
        Role::BackupReader => "Sees everything in scope",
        Role::BackupOperator => "Also enables backup, backs up and restores",
        Role::BackupContributor => "Also makes vaults, hosts and groups",
        Role::Owner => "Also deletes vaults, reads their passwords and gives access",
    }
}
