//! The search.

use shared::page::Page;
use shared::search::Hit;

use super::{Failure, Query, client};

/// A few things of each kind whose names hold the text.
pub(crate) async fn find(text: &str) -> Result<Vec<Hit>, Failure> {
    let page: Page<Hit> = client::get(&format!("/search{}", Query::new().with("q", text))).await?;
    Ok(page.items)
}
