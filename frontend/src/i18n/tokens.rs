//! Bearer tokens of scripts.

/// Bearer tokens of scripts.
#[derive(Clone, Copy)]
pub(crate) struct Tokens {
    /// The page.
    pub(crate) title: &'static str,
    /// What they are.
    pub(crate) intro: &'static str,
    /// The panel.
    pub(crate) create: &'static str,
    /// What the name is good for.
    pub(crate) name_hint: &'static str,
    /// A column.
    pub(crate) created_by: &'static str,
    /// A column.
    pub(crate) last_used: &'static str,
    /// It has not been used.
    pub(crate) never: &'static str,
    /// None.
    pub(crate) empty: &'static str,
    /// None: what they are for.
    pub(crate) empty_text: &'static str,
    /// A label.
    pub(crate) secret: &'static str,
    /// The secret is shown once.
    pub(crate) secret_title: &'static str,
    /// What that means.
    pub(crate) secret_text: &'static str,
    /// A button.
    pub(crate) done: &'static str,
    /// A button.
    pub(crate) revoke: &'static str,
    /// The box.
    pub(crate) revoke_title: fn(&str) -> String,
    /// What is lost.
    pub(crate) revoke_text: &'static str,
    /// Said after it.
    pub(crate) revoked: fn(&str) -> String,
}
