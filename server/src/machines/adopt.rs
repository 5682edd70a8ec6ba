//! The machine of an item that a connected vault brings.

use chrono::{DateTime, Utc};
use shared::id::{HostId, MachineId, ResourceGroupId};
use uuid::Uuid;

use crate::compute::Found;
use crate::db::Tx;
use crate::error::Result;
use crate::machines::store;

/// The machine that the vault remembers: the one of its uuid; else the one that its host knows by what does not change or by its place, which then
/// gets the uuid; else one that is missing until it turns up. A machine that a vault protects is never taken: then there are two of one name.
pub async fn adopt(
    tx: &mut Tx,
    (id, remembered): (MachineId, &Found),
    on: (HostId, ResourceGroupId),
    now: DateTime<Utc>,
) -> Result<MachineId> {
    let id = match store::is_protected(tx, id).await? {
        Some(false) => return Ok(id),
        Some(true) => MachineId::new(Uuid::now_v7()),
        None => id,
    };
    let known = store::known(tx, on.0).await?;
    let by_identity = known.iter().find(|it| !it.identity.is_empty() && it.identity == remembered.identity);
    let by_place = || known.iter().find(|it| !it.place.is_empty() && it.place == remembered.place);
    if let Some(same) = by_identity.or_else(by_place)
        && store::is_protected(tx, same.id).await? == Some(false)
    {
        store::rename(tx, same.id, id).await?;
        return Ok(id);
    }
    store::put(tx, id, on, remembered).await?;
    store::mark_missing(tx, id, now).await?;
    Ok(id)
}
