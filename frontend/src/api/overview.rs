//! The overview.

use shared::overview::Overview;

use super::{Failure, client};

/// The verdict and what it is made of.
pub(crate) async fn get() -> Result<Overview, Failure> {
    client::get("/overview").await
}
