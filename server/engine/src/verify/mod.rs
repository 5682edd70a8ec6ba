//! Looking whether a vault holds what it should.
//!
//! Owns the check of a whole vault and of one new point. It changes nothing.

mod error;
mod hurt;
mod packs;
mod report;
mod validate;
mod whole;

pub use error::VerifyError;
pub(crate) use packs::read_header;
pub use report::{Problem, ProblemKind, ReadPacks, Validation, Verdict, VerifyReport, VerifyRequest};
pub(crate) use validate::validate;
pub(crate) use whole::verify;
