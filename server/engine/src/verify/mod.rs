//! Looking whether a vault holds what it should.
//!
//! Owns the check of a whole vault and of one new point. It changes nothing: repair only ever adds, and is not here.

mod error;
mod hurt;
mod packs;
mod report;
mod validate;
mod whole;

pub use error::VerifyError;
pub use report::{Problem, ProblemKind, Validation, VerifyReport, VerifyRequest};
pub(crate) use validate::validate;
pub(crate) use whole::verify;
