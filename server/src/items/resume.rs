//! Resume backup: an item whose protection is stopped comes under a policy again.

use shared::audit::Action;
use shared::event::Topic;
use shared::id::ItemId;
use shared::item::{Item, ResumeProtection};
use shared::notification::{Happening, Link};
use shared::problem::Code;

use crate::app::App;
use crate::auth::Principal;
use crate::error::Result;
use crate::items::enable::announce;
use crate::items::protect::Target;
use crate::items::store;
use crate::{audit, notifications, vaults};

/// Puts the item under one of its vault's policies. Its points are on hold no more, and no new one is made.
pub(super) async fn resume(app: &App, principal: &Principal, id: ItemId, request: ResumeProtection) -> Result<Item> {
    let mut tx = app.db.begin().await?;
    let now = app.clock.now();
    let row = store::by_id(&mut tx, id, now).await?.ok_or(Code::NotFound)?;
    principal.on(row.place)?;
    let vault = vaults::by_id(&mut tx, row.record.vault.id).await?.ok_or(Code::NotFound)?;
    Target::new(&mut tx, vault, request.policy_id).await?;
    if !store::resume(&mut tx, (id, request.policy_id), now).await? {
        return Err(Code::AlreadyProtected.into());
    }
    let machine = row.record.machine.name.as_str();
    notifications::add(&mut tx, app, (Happening::BackupEnabled, machine, Link::Item(id.uuid())), row.place).await?;
    audit::record(&mut tx, &app.clock, &principal.name, Action::ItemResumeProtection, (machine, id.uuid())).await?;
    let item = store::by_id(&mut tx, id, now).await?.ok_or(Code::NotFound)?.record;
    tx.commit().await?;
    announce(app);
    app.events.changed(Topic::RecoveryPoints, id.uuid());
    Ok(item)
}
