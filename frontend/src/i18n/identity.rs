//! Signing in with an identity provider.

/// Signing in with an identity provider.
#[derive(Clone, Copy)]
pub(crate) struct Identity {
    /// A button at the door.
    pub(crate) sign_in_with: fn(&str) -> String,
    /// What the link is good for.
    pub(crate) text: fn(&str) -> String,
    /// A state.
    pub(crate) linked: &'static str,
    /// A state.
    pub(crate) not_linked: &'static str,
    /// The panel and a button.
    pub(crate) link: &'static str,
    /// What comes next.
    pub(crate) link_text: &'static str,
    /// A button.
    pub(crate) unlink: &'static str,
    /// Said after it.
    pub(crate) unlinked: &'static str,
}
