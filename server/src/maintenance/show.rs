//! How a vault is looked after.

use shared::id::VaultId;
use shared::maintenance::{Maintenance, VerifyScope};
use shared::problem::Code;

use crate::app::App;
use crate::auth::Principal;
use crate::error::Result;
use crate::maintenance::store;
use crate::{jobs, recovery_points, vaults};

/// The vault's last verifications, its last prune, and the job that is under way.
pub(super) async fn maintenance(app: &App, principal: &Principal, id: VaultId) -> Result<Maintenance> {
    let mut connection = app.db.read().await?;
    let vault = vaults::by_id(&mut connection, id).await?.ok_or(Code::NotFound)?;
    principal.on(vault.place())?;
    Ok(Maintenance {
        sample: store::verification(&mut connection, (id, VerifyScope::Sample)).await?,
        everything: store::verification(&mut connection, (id, VerifyScope::Everything)).await?,
        prune: store::prune(&mut connection, id).await?,
        active_job: jobs::active_maintenance(&mut connection, id).await?,
        damaged_points: recovery_points::count_damaged(&mut connection, id).await?,
    })
}
