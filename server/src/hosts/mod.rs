//! Hosts: where machines are discovered, on demand and every few minutes.

pub mod api;
mod create;
mod discover;
mod ensure;
mod store;

use std::path::Path;

use shared::id::HostId;

use crate::app::App;
use crate::compute::{DiskImages, Provider};
use crate::error::Result;

pub use create::{add_samples, create};
pub use discover::{discover, watch};
pub use ensure::ensure;
pub use store::{count, names};

/// The provider that looks at this host.
pub async fn provider(app: &App, id: HostId) -> Result<impl Provider + use<>> {
    let row = store::by_id(&mut *app.db.read().await?, id).await?.ok_or(shared::problem::Code::NotFound)?;
    DiskImages::new(&app.config.image_roots, Path::new(&row.folder))
}
