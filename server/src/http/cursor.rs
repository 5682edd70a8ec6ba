//! Cursor pages: `?after=…&limit=…`.

use serde::Deserialize;
use shared::page::Page;
use utoipa::IntoParams;

/// The longest page.
const LIMIT_MAX: usize = 500;

/// Where a page begins and how long it is.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Cursor {
    /// The `next` of the page before.
    pub after: Option<String>,
    /// The most entries that are wanted, 1 to 500; 100 when not given.
    pub limit: Option<usize>,
}

impl Cursor {
    /// The most entries of this page.
    pub fn limit(&self) -> usize {
        self.limit.unwrap_or(100).clamp(1, LIMIT_MAX)
    }

    /// The page of these entries, which begin behind the cursor. It is the last one when it is not full.
    pub fn page<T>(&self, items: Vec<T>, key: impl Fn(&T) -> String) -> Page<T> {
        let next = if items.len() < self.limit() { None } else { items.last().map(key) };
        Page { items, next }
    }

    /// The id of the last entry of the page before; empty for the first page.
    pub fn after(&self) -> &str {
        self.after.as_deref().unwrap_or_default()
    }
}
