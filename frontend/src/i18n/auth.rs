//! Signing in and the first Owner.

/// Signing in and the first Owner.
#[derive(Clone, Copy)]
pub(crate) struct Auth {
    /// The title and the button.
    pub(crate) sign_in: &'static str,
    /// A label.
    pub(crate) user_name: &'static str,
    /// A label.
    pub(crate) password: &'static str,
    /// The rule of a new password.
    pub(crate) password_hint: fn(u64) -> String,
    /// The page of the one-time link.
    pub(crate) setup_title: &'static str,
    /// What the first Owner is.
    pub(crate) setup_text: &'static str,
    /// The button.
    pub(crate) create_owner: &'static str,
    /// Nobody can sign in yet.
    pub(crate) needs_setup_title: &'static str,
    /// Where the link is.
    pub(crate) needs_setup_text: &'static str,
    /// The first Owner exists.
    pub(crate) setup_done_title: &'static str,
    /// What to do about it.
    pub(crate) setup_done_text: &'static str,
}
