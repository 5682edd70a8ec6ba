//! A record and where it stands.

use crate::auth::Place;

/// A record and where it stands.
#[derive(Clone, Debug)]
pub struct Located<T> {
    /// The record.
    pub record: T,
    /// Where it stands.
    pub place: Place,
}
