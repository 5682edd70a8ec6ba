//! How a use case ends when it does not succeed: with a problem that the caller is told, or with a fault that only the log is told.

use chrono::TimeDelta;
use shared::problem::{Code, FieldReason, Problem};

/// Why a use case did not succeed.
#[derive(Debug)]
pub enum Error {
    /// Something that the caller can understand and mend.
    Problem(Box<Problem>),
    /// Something that is ours to mend; the caller gets a trace id.
    Fault(anyhow::Error),
}

/// What use cases answer.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// The code that the caller sees.
    pub fn code(&self) -> Code {
        match self {
            Error::Problem(problem) => problem.code,
            Error::Fault(_) => Code::Internal,
        }
    }

    /// What is special about it, in one line.
    pub fn cause(&self) -> String {
        match self {
            Error::Problem(problem) => problem.detail.clone().unwrap_or_else(|| problem.title.clone()),
            Error::Fault(fault) => format!("{fault:#}"),
        }
    }
}

impl From<Error> for anyhow::Error {
    /// For the edges that have no caller to tell: starting, and the command line.
    fn from(error: Error) -> Self {
        match error {
            Error::Fault(fault) => fault,
            Error::Problem(problem) => anyhow::anyhow!("{}", problem.title),
        }
    }
}

/// The problem of this code, with an error and its sources in one line.
pub fn caused(code: Code, error: &dyn std::error::Error) -> Error {
    let mut detail = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        detail = format!("{detail}: {cause}");
        source = cause.source();
    }
    Problem::new(code).because(detail).into()
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Error::Problem(Box::new(problem))
    }
}

impl From<Code> for Error {
    fn from(code: Code) -> Self {
        Problem::new(code).into()
    }
}

impl From<anyhow::Error> for Error {
    fn from(fault: anyhow::Error) -> Self {
        Error::Fault(fault)
    }
}

impl From<serde_json::Error> for Error {
    fn from(fault: serde_json::Error) -> Self {
        Error::Fault(anyhow::Error::new(fault).context("a document of the database cannot be read"))
    }
}

impl From<tokio::task::JoinError> for Error {
    fn from(fault: tokio::task::JoinError) -> Self {
        Error::Fault(anyhow::Error::new(fault).context("a blocking task did not end"))
    }
}

/// A field that breaks a rule.
pub fn invalid(field: &str, reason: FieldReason) -> Error {
    Problem::new(Code::InvalidInput).at(field, reason).into()
}

/// Someone tried too often and has to wait so long; a second at least.
pub fn too_many_attempts(wait: TimeDelta) -> Error {
    let seconds = wait.num_seconds().max(1);
    Problem::new(Code::TooManyAttempts).because(format!("Wait {seconds} s.")).into()
}

/// The name is in use.
pub fn taken(field: &str) -> Error {
    Problem::new(Code::NameTaken).at(field, FieldReason::Taken).into()
}

/// Something that the request names does not exist, or not for the caller.
pub fn unknown(field: &str) -> Error {
    invalid(field, FieldReason::Unknown)
}
