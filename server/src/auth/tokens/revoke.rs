//! Ending tokens: one that someone revokes, and those whose maker may no longer give what they give.

use shared::audit::Action;
use shared::auth::Grant;
use shared::event::Topic;
use shared::id::{TokenId, UserId};
use shared::problem::Code;

use crate::app::App;
use crate::audit;
use crate::auth::Principal;
use crate::auth::principal::covers;
use crate::auth::tokens::store;
use crate::db::Tx;
use crate::error::Result;

/// Ends a token at once.
pub(super) async fn revoke(app: &App, principal: &Principal, id: TokenId) -> Result<()> {
    principal.on_everything()?;
    let mut tx = app.db.begin().await?;
    let token = store::by_id(&mut tx, id).await?.ok_or(Code::NotFound)?;
    store::delete(&mut tx, id).await?;
    audit::record(&mut tx, &app.clock, &principal.name, Action::TokenRevoke, &token.name).await?;
    tx.commit().await?;
    app.events.changed(Topic::Users, id.uuid());
    Ok(())
}

/// Ends a person's tokens that go beyond the grants that are left to them.
pub(in crate::auth) async fn narrow(
    tx: &mut Tx,
    app: &App,
    principal: &Principal,
    (person, left): (UserId, &[Grant]),
) -> Result<()> {
    for token in store::of_person(tx, person).await? {
        if !covers(left, token.grant) {
            store::delete(tx, token.id).await?;
            audit::record(tx, &app.clock, &principal.name, Action::TokenRevoke, &token.name).await?;
        }
    }
    Ok(())
}
