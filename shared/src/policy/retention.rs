//! How long a policy keeps points.

use serde::{Deserialize, Serialize};

/// How long points are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Retention {
    /// So many days for each day's point.
    pub daily_days: u32,
}

/// How long a point of Backup now is kept unless another day is chosen (C-094): days from today.
pub const ON_DEMAND_DAYS: u32 = 30;
