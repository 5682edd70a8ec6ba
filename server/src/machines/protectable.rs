//! The machines that a vault could protect: those of its location that no vault protects (C-078).

use shared::id::VaultId;
use shared::machine::{LeftOut, Machine, ProtectableMachines};
use shared::page::Page;
use shared::problem::Code;

use crate::app::App;
use crate::auth::Principal;
use crate::error::Result;
use crate::listing::Gather;
use crate::machines::store::{self, Filter};
use crate::vaults;

/// A page of those that are wanted, with how many are not listed and why (C-079).
pub(super) async fn protectable(
    app: &App,
    principal: &Principal,
    vault: VaultId,
    (mut page, wanted): (Gather<Machine>, impl Fn(&Machine) -> bool),
) -> Result<ProtectableMachines> {
    let mut connection = app.db.read().await?;
    let vault = vaults::by_id(&mut connection, vault).await?.ok_or(Code::NotFound)?;
    principal.on(vault.place())?;
    let here = vault.location.id;
    let filter = Filter { protection: "none".to_owned(), location_id: Some(here), ..Filter::default() };
    while let Some(behind) = page.wanted() {
        let batch = store::list(&mut connection, &filter, behind).await?;
        page.add(
            batch,
            |machine| machine.id.to_string(),
            |located| principal.sees(located.place) && wanted(&located.record),
        );
    }
    let mut left_out = LeftOut::default();
    for count in store::counts(&mut connection).await?.into_iter().filter(|count| principal.sees(count.place)) {
        match (count.record.location_id == here, count.record.is_protected) {
            (true, true) => left_out.protected += count.record.machines,
            (true, false) => {}
            (false, _) => left_out.elsewhere += count.record.machines,
        }
    }
    let Page { items, next } = page.page();
    Ok(ProtectableMachines { items, next, left_out })
}
