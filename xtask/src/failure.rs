//! Why a command stopped: a sentence for the person at the terminal.

use std::fmt;
use std::path::Path;

/// One sentence that says what went wrong and, where we know, what to do.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    /// A failure that says `sentence`.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// A file could not be read or written.
    pub(crate) fn file(what: &str, path: &Path, cause: &std::io::Error) -> Self {
        Self(format!("cannot {what} {}: {cause}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
