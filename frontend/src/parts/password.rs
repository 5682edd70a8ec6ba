//! A password that someone chooses: the rule is said before, and looked at while they type.

use leptos::prelude::*;
use shared::auth::PASSWORD_CHARS_MIN;
use shared::problem::FieldReason;

use crate::i18n::{Strings, use_strings};
use crate::ui::field::TextField;
use crate::ui::form::Entry;

/// The entry of a new password.
pub(crate) fn new_password(s: &'static Strings) -> Entry<String> {
    Entry::new("", move |text| match text.chars().count() {
        PASSWORD_CHARS_MIN.. => Ok(text.to_owned()),
        _ => Err((s.problems.field)(&FieldReason::PasswordTooShort { min: PASSWORD_CHARS_MIN })),
    })
}

/// The entry of something that only has to be given: the server knows whether it is right.
pub(crate) fn given(s: &'static Strings) -> Entry<String> {
    Entry::new("", move |text| match text {
        "" => Err((s.problems.field)(&FieldReason::Required)),
        text => Ok(text.to_owned()),
    })
}

/// The field of a new password.
#[component]
pub(crate) fn NewPasswordField(
    /// What is asked for.
    label: &'static str,
    /// What is typed.
    entry: Entry<String>,
) -> impl IntoView {
    let hint = (use_strings().auth.password_hint)(PASSWORD_CHARS_MIN as u64);
    view! { <TextField label hint entry kind="password" autocomplete="new-password"/> }
}
