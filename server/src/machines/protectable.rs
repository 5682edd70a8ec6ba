//! The machines that a vault could protect: those of its location that no vault protects (C-078).

use shared::id::VaultId;
use shared::machine::{LeftOut, ProtectableMachines};
use shared::page::CountedPage;
use shared::problem::Code;

use crate::app::App;
use crate::auth::Principal;
use crate::error::Result;
use crate::machines::list::{self, Filter, ProtectionFilter};
use crate::machines::store;
use crate::vaults;

/// A page of those that are wanted, with how many are not listed and why (C-079).
pub(super) async fn protectable(
    app: &App,
    principal: &Principal,
    vault: VaultId,
    (filter, page): (Filter, (&str, usize)),
) -> Result<ProtectableMachines> {
    let mut connection = app.db.read().await?;
    let vault = vaults::by_id(&mut connection, vault).await?.ok_or(Code::NotFound)?;
    principal.on(vault.place())?;
    let here = vault.location.id;
    let mut left_out = LeftOut::default();
    for count in store::counts(&mut connection).await?.into_iter().filter(|count| principal.sees(count.place)) {
        match (count.record.location_id == here, count.record.is_protected) {
            (true, true) => left_out.protected += count.record.machines,
            (true, false) => {}
            (false, _) => left_out.elsewhere += count.record.machines,
        }
    }
    drop(connection);
    let filter = Filter { protection: Some(ProtectionFilter::None), location_id: Some(here), ..filter };
    let CountedPage { items, next, .. } = list::list(app, principal, filter, page).await?;
    Ok(ProtectableMachines { items, next, left_out })
}
