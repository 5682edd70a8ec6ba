//! English: signing in with an identity provider.

use crate::i18n::identity::Identity;

pub(super) const IDENTITY: Identity = Identity {
    sign_in_with: |x| format!("Sign in with {x}"),
    text: |x| format!("Once your account is linked, you can sign in with {x} instead of your password here."),
    linked: "Linked",
    not_linked: "Not linked",
    link: "Link your account",
    link_text: "Type your password here. You are then led to the provider, sign in there once, and come back.",
    unlink: "Remove the link",
    unlinked: "The link was removed.",
};
