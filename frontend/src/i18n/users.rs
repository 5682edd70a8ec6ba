//! Users, their roles, and what an Owner does for them.

use shared::auth::Role;

/// Users, their roles, and what an Owner does for them.
#[derive(Clone, Copy)]
pub(crate) struct Users {
    /// The page.
    pub(crate) title: &'static str,
    /// What they are.
    pub(crate) intro: &'static str,
    /// The panel.
    pub(crate) add: &'static str,
    /// The rule of a name.
    pub(crate) name_hint: &'static str,
    /// What someone may do.
    pub(crate) access: &'static str,
    /// A label.
    pub(crate) role: &'static str,
    /// A label: where a role counts.
    pub(crate) scope: &'static str,
    /// A button.
    pub(crate) add_role: &'static str,
    /// A button of a row, with its number.
    pub(crate) remove_role: fn(&str) -> String,
    /// The group of fields of a row.
    pub(crate) role_number: fn(&str) -> String,
    /// A column and a label.
    pub(crate) added: &'static str,
    /// A column and a label.
    pub(crate) last_signed_in: &'static str,
    /// They have not signed in yet.
    pub(crate) never: &'static str,
    /// Behind the name of whoever is signed in.
    pub(crate) you: &'static str,
    /// Said after it.
    pub(crate) created: fn(&str) -> String,
    /// The panel.
    pub(crate) change_access: &'static str,
    /// What it means.
    pub(crate) change_hint: &'static str,
    /// A button.
    pub(crate) save: &'static str,
    /// Said after it.
    pub(crate) changed: fn(&str) -> String,
    /// The panel and a command.
    pub(crate) reset_password: &'static str,
    /// A label.
    pub(crate) new_password: &'static str,
    /// What it means.
    pub(crate) reset_text: &'static str,
    /// Said after it.
    pub(crate) password_reset: fn(&str) -> String,
    /// A command.
    pub(crate) end_sessions: &'static str,
    /// Said after it.
    pub(crate) sessions_ended: fn(&str) -> String,
    /// A link: what they did.
    pub(crate) activity: &'static str,
    /// A command.
    pub(crate) remove: &'static str,
    /// The box.
    pub(crate) remove_title: fn(&str) -> String,
    /// What is lost.
    pub(crate) remove_text: &'static str,
    /// Said after it.
    pub(crate) removed: fn(&str) -> String,
    /// A role.
    pub(crate) role_name: fn(Role) -> &'static str,
    /// What a role may do.
    pub(crate) role_text: fn(Role) -> &'static str,
}
