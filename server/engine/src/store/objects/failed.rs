//! What came of a call to a bucket.

use std::error::Error as _;
use std::io;

use crate::store::objects::transport::NoAnswer;
use crate::store::{FileName, StoreError};

/// How much of what a peer explains is passed on, in letters.
const WORDS_MAX: usize = 400;

/// Why a call came to nothing.
#[derive(Debug)]
pub(super) enum Failed {
    /// There is no such object, or no such bucket.
    Missing,
    /// There is one already, or someone is writing it right now.
    Exists,
    /// The object ends before the range.
    TooShort,
    /// The peer refuses, and will refuse again.
    Refused(io::Error),
    /// There was no answer, or one that says nothing: it may pass, and what was asked may have been done.
    Passing(io::Error),
}

impl Failed {
    /// What the caller of the store is told.
    pub(super) fn told(self, doing: &'static str, name: FileName) -> StoreError {
        match self {
            Failed::Missing => StoreError::Missing { name },
            Failed::Exists => StoreError::Exists { name },
            Failed::TooShort => StoreError::TooShort { name },
            Failed::Refused(source) | Failed::Passing(source) if source.kind() == io::ErrorKind::StorageFull => {
                StoreError::Full { name, source }
            }
            Failed::Refused(source) | Failed::Passing(source) => {
                StoreError::Unreachable { doing, what: name.to_string(), source }
            }
        }
    }
}

impl From<object_store::Error> for Failed {
    fn from(error: object_store::Error) -> Self {
        use object_store::Error;
        let no_answer = no_answer(&error);
        match &error {
            Error::NotFound { .. } => Failed::Missing,
            Error::AlreadyExists { .. } => Failed::Exists,
            Error::PermissionDenied { .. } | Error::Unauthenticated { .. } => {
                Failed::Refused(io::Error::new(io::ErrorKind::PermissionDenied, words(&error.to_string())))
            }
            Error::Precondition { .. } | Error::NotSupported { .. } | Error::NotImplemented { .. } => {
                Failed::Refused(io::Error::other(words(&error.to_string())))
            }
            _ => match no_answer {
                Some(NoAnswer::OutsideRange) => Failed::TooShort,
                Some(NoAnswer::Full) => {
                    Failed::Refused(io::Error::new(io::ErrorKind::StorageFull, NoAnswer::Full.to_string()))
                }
                Some(refused @ (NoAnswer::Address(_) | NoAnswer::Redirected | NoAnswer::TooLong)) => {
                    Failed::Refused(io::Error::other(refused.to_string()))
                }
                Some(other) => Failed::Passing(io::Error::other(other.words())),
                None => Failed::Passing(io::Error::other(words(&error.to_string()))),
            },
        }
    }
}

/// What our transport said, somewhere beneath what the library made of it.
fn no_answer(error: &object_store::Error) -> Option<&NoAnswer> {
    let mut next = error.source();
    while let Some(error) = next {
        if let Some(found) = error.downcast_ref::<NoAnswer>() {
            return Some(found);
        }
        next = error.source();
    }
    None
}

/// One line, and not the whole page that some proxies answer.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(WORDS_MAX).collect()
}
