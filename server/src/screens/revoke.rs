//! Listing screens, and ending what they may.

use shared::audit::Action;
use shared::event::Topic;
use shared::id::ScreenId;
use shared::problem::Code;
use shared::screen::Screen;

use crate::app::App;
use crate::audit;
use crate::auth::Principal;
use crate::error::Result;
use crate::screens::store;

/// The screens whose scope the principal may manage, oldest first.
pub(super) async fn list(app: &App, principal: &Principal) -> Result<Vec<Screen>> {
    let rows = store::list(&mut *app.db.read().await?).await?;
    let own = rows.into_iter().filter(|row| principal.on(row.place).is_ok());
    Ok(own.map(|row| row.record).collect())
}

/// Ends a screen at once: what it reads is refused, and its stream ends.
pub(super) async fn revoke(app: &App, principal: &Principal, id: ScreenId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let screen = store::by_id(&mut tx, id).await?.ok_or(Code::NotFound)?;
    principal.on(screen.place)?;
    store::revoke(&mut tx, id, app.clock.now()).await?;
    audit::record(&mut tx, &app.clock, &principal.name, Action::ScreenRevoke, &screen.record.name).await?;
    tx.commit().await?;
    app.events.changed(Topic::Screens, id.uuid());
    Ok(())
}
