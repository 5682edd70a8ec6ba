//! English: signing in and the first Owner.

use crate::i18n::auth::Auth;

pub(super) const AUTH: Auth = Auth {
    sign_in: "Sign in",
    user_name: "User name",
    password: "Password",
    password_hint: |n| format!("At least {n} characters; a few words are easier to remember"),
    setup_title: "Create the first Owner",
    setup_text: "This server is new. The first Owner may do everything, and can let others in.",
    create_owner: "Create and sign in",
    needs_setup_title: "This server waits for its first Owner",
    needs_setup_text: "Open the one-time link that the server prints when it starts: look at the terminal it runs in, or at its log.",
    setup_done_title: "This server is set up already",
    setup_done_text: "The one-time link has been used. Sign in instead.",
};
