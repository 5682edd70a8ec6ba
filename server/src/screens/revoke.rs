//! Ending what a screen may.

use shared::audit::Action;
use shared::event::Topic;
use shared::id::ScreenId;
use shared::problem::Code;

use crate::app::App;
use crate::audit;
use crate::auth::Principal;
use crate::error::Result;
use crate::screens::store;

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
