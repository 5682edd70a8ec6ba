//! The host of a folder that a connected vault names.

use shared::id::{HostId, LocationId, ResourceGroupId};
use uuid::Uuid;

use crate::db::Tx;
use crate::error::Result;
use crate::hosts::store::{self, NewHost};

/// The host of this folder: the one that is there, or a new one by this name or the next that is free. Whether its folder lies beneath an image
/// root is asked each time that it is looked at.
pub async fn ensure(
    tx: &mut Tx,
    (name, folder): (String, String),
    (location_id, resource_group_id): (LocationId, ResourceGroupId),
) -> Result<HostId> {
    if let Some(row) = store::by_folder(tx, &folder).await? {
        return Ok(row.host.id);
    }
    let known = store::names(tx).await?;
    let is_free = |name: &String| !known.iter().any(|host| host.name.eq_ignore_ascii_case(name));
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let name = std::iter::once(name.clone()).chain(numbered).find(is_free).unwrap_or(name);
    let new = NewHost { id: HostId::new(Uuid::now_v7()), name, folder, location_id, resource_group_id };
    store::insert(tx, &new).await?;
    Ok(new.id)
}
