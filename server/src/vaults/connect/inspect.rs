//! Telling what is in a vault before it is connected.

use shared::connect::{CatalogueNote, FoundItem, FoundVault, InspectVault};

use crate::app::App;
use crate::auth::Principal;
use crate::error::Result;
use crate::vaults::connect::look::{self, look};
use crate::vaults::connect::plan::Plan;

/// What is in the vault. Nothing is changed, here or there.
pub async fn inspect(app: &App, principal: &Principal, request: InspectVault) -> Result<FoundVault> {
    principal.on_everything()?;
    let (location, storage) = look::place(&mut *app.db.read().await?, app, request.location_id).await?;
    let looked = look(app, (&location, storage), request.folder, request.password).await?;
    let plan = Plan::of(&looked);
    let times = || plan.items.iter().flat_map(|item| &item.points).map(|point| point.taken_at);
    Ok(FoundVault {
        recovery_points: times().count() as u64,
        oldest_point_at: times().min(),
        newest_point_at: times().max(),
        items: plan
            .items
            .iter()
            .map(|item| FoundItem {
                machine: item.machine.name.clone(),
                recovery_points: item.points.len() as u64,
                newest_point_at: item.points.last().map(|point| point.taken_at),
            })
            .collect(),
        name: plan.name,
        resource_group: plan.resource_group,
        redundancy: plan.redundancy,
        catalogue: looked
            .catalogue
            .map(|found| CatalogueNote { written_at: found.written_at, written_by: found.written_by }),
        policies: plan.policies.len() as u64,
        strangers: looked.strangers,
        damaged: looked.damaged.len() as u64,
    })
}
