//! English: what went wrong, and what to do about it.

use shared::name::NameRefused;
use shared::problem::FieldReason;

use crate::i18n::problems::Problems;

pub(super) const PROBLEMS: Problems = Problems {
    title: |code| code.title(),
    next_step: |code| code.next_step(),
    name,
    field,
    unreachable: "The server cannot be reached",
    unreachable_step: "Check the connection. The page tries again by itself.",
    unreadable: "The answer cannot be read",
    unreadable_step: "The page and the server may be of different versions; load the page again.",
    what_to_do: "What to do",
    stale: "This could not be brought up to date",
    stale_text: "What you see is from before.",
    trace: |x| format!("Trace id: {x}"),
};

fn name(refused: NameRefused) -> String {
    match refused {
        NameRefused::TooShort { min } => format!("At least {min} characters"),
        NameRefused::TooLong { max } => format!("At most {max} characters"),
        NameRefused::MustStartWithLetter => "Start with a letter".to_owned(),
        NameRefused::MustNotEndWith { character } => format!("“{character}” cannot stand at the end"),
        NameRefused::Character { character } => format!("“{character}” is not allowed"),
        NameRefused::OuterSpace => "No space at the beginning or the end".to_owned(),
    }
}

fn field(reason: &FieldReason) -> String {
    match reason {
        FieldReason::Name { refused } => name(*refused),
        FieldReason::Taken => "This name is in use".to_owned(),
        FieldReason::Required => "This is needed".to_owned(),
        FieldReason::Unknown => "There is no such thing here".to_owned(),
        FieldReason::PasswordTooShort { min } => format!("At least {min} characters"),
        FieldReason::Wrong => "This is not right".to_owned(),
        FieldReason::InPast => "This day has passed".to_owned(),
        FieldReason::OutsideRoots => "This lies outside the allowed roots".to_owned(),
        FieldReason::NoFolder => "There is no such folder".to_owned(),
        FieldReason::Exists => "This exists already".to_owned(),
        FieldReason::Refused => "This is not accepted".to_owned(),
    }
}
