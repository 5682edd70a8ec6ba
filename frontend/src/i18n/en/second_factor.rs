//! English: the second factor of an account.

use crate::i18n::second_factor::SecondFactor;

pub(super) const SECOND_FACTOR: SecondFactor = SecondFactor {
    title: "Second factor",
    off_text: "With a second factor a stolen password is not enough: signing in asks for a code of an app on your phone besides.",
    on: "On",
    off: "Off",
    codes_left: |n| if n == 1 { format!("{n} recovery code left") } else { format!("{n} recovery codes left") },
    add: "Add a second factor",
    next: "Next",
    scan: "Scan this with an authenticator app, or type the secret into it. Then type the code that the app shows.",
    qr: "QR code of the secret; the same secret stands below as text",
    secret: "Secret",
    code: "Code",
    code_hint: "Six digits, new every 30 seconds",
    confirm: "Switch on",
    codes_title: "Store these recovery codes now",
    codes_text: "If you lose the app, each of them signs you in once. They are shown only now. Your other sessions have ended.",
    done: "I have stored them",
    remove: "Remove the second factor",
    remove_text: "From then on the password alone is enough to sign in.",
    removed: "The second factor was removed.",
    remove_of_title: |x| format!("Remove the second factor of {x}?"),
    ask_text: "Type the code that your authenticator app shows, or one of your recovery codes.",
    another: "Sign in as someone else",
};
