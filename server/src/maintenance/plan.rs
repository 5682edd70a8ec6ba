//! What a prune would do.

use shared::id::VaultId;
use shared::maintenance::PrunePlan;
use shared::problem::Code;

use crate::app::App;
use crate::auth::Principal;
use crate::error::Result;
use crate::{jobs, vaults};

/// Plans a prune of the vault as it stands. Whoever does not wait for the answer ends it.
pub(super) async fn plan(app: &App, principal: &Principal, id: VaultId) -> Result<PrunePlan> {
    let vault = vaults::by_id(&mut *app.db.read().await?, id).await?.ok_or(Code::NotFound)?;
    principal.on(vault.place())?;
    jobs::plan_prune(app, &vault).await
}
