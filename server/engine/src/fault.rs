//! Reading what a vault holds: *unreachable* and *damaged* are different things.

use crate::format::FormatError;
use crate::store::StoreError;

/// Something in the vault is not as it was written. Restic's and our `verify` tell what else it hurts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what} is damaged: {why}")]
pub struct Damage {
    /// The file or blob.
    pub what: String,
    /// What is wrong with it.
    pub why: String,
}

impl Damage {
    #[allow(clippy::needless_pass_by_value)] // Callers hand over whatever they have.
    pub(crate) fn new(what: impl ToString, why: impl ToString) -> Self {
        Damage { what: what.to_string(), why: why.to_string() }
    }
}

/// Why something in a vault could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The store could not be reached, which may pass and says nothing about the data.
    #[error("the vault's store could not be read")]
    Unreachable(#[source] StoreError),
    /// The data is bad.
    #[error(transparent)]
    Damaged(#[from] Damage),
}

impl ReadError {
    /// For content that the vault says is there: a missing or short file is damage, everything else may pass.
    pub(crate) fn from_store(error: StoreError) -> Self {
        match error {
            StoreError::Missing { name } => Damage::new(name, "the file is missing").into(),
            StoreError::TooShort { name } => Damage::new(name, "the file is too short").into(),
            other => ReadError::Unreachable(other),
        }
    }

    /// For bytes that could not be understood.
    pub(crate) fn from_format(what: impl ToString, error: &FormatError) -> Self {
        Damage::new(what, error).into()
    }
}
