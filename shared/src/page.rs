//! Cursor pages of lists.

use serde::{Deserialize, Serialize};

/// One page of a list, in the list's own order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Page<T> {
    /// The entries, at most as many as were asked for.
    pub items: Vec<T>,
    /// What to send as `after` for the next page; nothing on the last page.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// A list that fits on one page.
    pub fn whole(items: Vec<T>) -> Self {
        Self { items, next: None }
    }
}
