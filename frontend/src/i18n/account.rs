//! One’s own account.

/// One’s own account.
#[derive(Clone, Copy)]
pub(crate) struct Account {
    /// The page and an entry of the menu.
    pub(crate) title: &'static str,
    /// The panel and a command.
    pub(crate) change_password: &'static str,
    /// A label.
    pub(crate) old_password: &'static str,
    /// What it means.
    pub(crate) change_text: &'static str,
    /// Said after it.
    pub(crate) password_changed: &'static str,
}
