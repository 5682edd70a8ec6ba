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

/// One page of a list that is counted, in the order that was asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CountedPage<T> {
    /// The entries, at most as many as were asked for.
    pub items: Vec<T>,
    /// What to send as `after` for the next page; nothing on the last page.
    pub next: Option<String>,
    /// How many entries the whole list has.
    pub total: Total,
}

/// How many entries a list has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Total {
    /// So many.
    pub count: u64,
    /// Whether there are more: nobody counts further than to [`COUNT_MAX`].
    pub is_more: bool,
}

/// How far a list is counted: a count of all jobs that ever ran would cost more than it says.
pub const COUNT_MAX: u64 = 10_000;

impl Total {
    /// What a count that ends one behind [`COUNT_MAX`] says.
    pub const fn counted(count: u64) -> Self {
        if count > COUNT_MAX { Self { count: COUNT_MAX, is_more: true } } else { Self { count, is_more: false } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_say_when_there_is_more_than_was_counted() {
        assert_eq!(Total::counted(COUNT_MAX), Total { count: COUNT_MAX, is_more: false });
        assert_eq!(Total::counted(COUNT_MAX + 1), Total { count: COUNT_MAX, is_more: true });
    }
}
