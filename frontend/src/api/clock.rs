//! The server's clock.

use chrono::{DateTime, Utc};
use shared::clock::{ConfirmClock, ServerClock};

use super::{Failure, client};

/// What it says, and why it is not believed.
pub(crate) async fn get() -> Result<ServerClock, Failure> {
    client::get("/clock").await
}

/// Says that it is right, after the jump to this time.
pub(crate) async fn confirm(found_at: DateTime<Utc>) -> Result<ServerClock, Failure> {
    client::post("/clock/confirm", &ConfirmClock { found_at }).await
}
