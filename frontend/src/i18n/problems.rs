//! What went wrong, and what to do about it.

use shared::name::NameRefused;
use shared::problem::{Code, FieldReason};

/// What went wrong, and what to do about it.
#[derive(Clone, Copy)]
pub(crate) struct Problems {
    /// What happened.
    pub(crate) title: fn(Code) -> &'static str,
    /// What to do next.
    pub(crate) next_step: fn(Code) -> &'static str,
    /// Why a name is refused, below its field.
    pub(crate) name: fn(NameRefused) -> String,
    /// Why a field is refused, below it.
    pub(crate) field: fn(&FieldReason) -> String,
    /// The server does not answer.
    pub(crate) unreachable: &'static str,
    /// What to do then.
    pub(crate) unreachable_step: &'static str,
    /// The answer is not one of ours.
    pub(crate) unreadable: &'static str,
    /// What to do then.
    pub(crate) unreadable_step: &'static str,
    /// The heading above the next steps.
    pub(crate) what_to_do: &'static str,
    /// Old data stays on the screen.
    pub(crate) stale: &'static str,
    /// What that means.
    pub(crate) stale_text: &'static str,
    /// Finds the request in the server's log.
    pub(crate) trace: fn(&str) -> String,
}
