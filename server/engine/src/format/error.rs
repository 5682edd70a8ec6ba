//! Why bytes could not be understood.

/// The bytes are not what the format says. Never a storage fault: those are [`crate::store::StoreError`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// Fewer bytes than the structure needs.
    #[error("{what} is too short")]
    TooShort {
        /// The structure that was being read.
        what: &'static str,
    },
    /// The authentication code does not match: changed bytes, or another key.
    #[error("the authentication code does not match")]
    NotAuthentic,
    /// The bytes are authentic but do not follow the format.
    #[error("{what}: {why}")]
    Malformed {
        /// The structure that was being read.
        what: &'static str,
        /// What is wrong with it.
        why: String,
    },
    /// The cryptographic library refused: a fault of this machine, not of the data.
    #[error("the cryptographic library failed")]
    Crypto,
}

impl FormatError {
    /// Shorthand for [`FormatError::Malformed`].
    #[allow(clippy::needless_pass_by_value)] // Callers hand over whatever they have.
    pub(crate) fn malformed(what: &'static str, why: impl ToString) -> Self {
        FormatError::Malformed { what, why: why.to_string() }
    }
}
