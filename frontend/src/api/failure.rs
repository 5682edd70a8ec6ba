//! Why a request brought no answer that can be shown.

use shared::problem::{Code, Problem};

/// Why a request failed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Failure {
    /// The server said why.
    Problem(Box<Problem>),
    /// The server cannot be reached: no answer at all.
    Unreachable,
    /// The answer is not one of ours: a proxy's page, or another version's.
    Unreadable,
}

impl Failure {
    /// The server's code, when it answered.
    pub(crate) fn code(&self) -> Option<Code> {
        match self {
            Failure::Problem(problem) => Some(problem.code),
            Failure::Unreachable | Failure::Unreadable => None,
        }
    }
}
