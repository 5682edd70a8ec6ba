//! Making a token.

use shared::audit::Action;
use shared::auth::{CreateToken, NewToken, Token};
use shared::event::Topic;
use shared::id::TokenId;
use shared::problem::Code;
use uuid::Uuid;

use crate::app::App;
use crate::audit;
use crate::auth::tokens::store;
use crate::auth::{Principal, Secret, users};
use crate::error::{Result, unknown};

/// Makes a token. Its secret is in the answer and nowhere else.
pub(super) async fn create(app: &App, principal: &Principal, request: CreateToken) -> Result<NewToken> {
    principal.on_everything()?;
    if !principal.may_give(request.grant) {
        return Err(Code::Forbidden.into());
    }
    let secret = Secret::generate()?;
    let token = Token {
        id: TokenId::new(Uuid::now_v7()),
        name: request.name.to_string(),
        grant: request.grant,
        created_by: principal.name.clone(),
        created_at: app.clock.now(),
        last_used_at: None,
    };
    let mut tx = app.db.begin().await?;
    if !users::exists(&mut tx, request.grant.scope).await? {
        return Err(unknown("grant"));
    }
    store::insert(&mut tx, &token, &secret.hash(), principal.person).await?;
    audit::record(&mut tx, &app.clock, &principal.name, Action::TokenCreate, &token.name).await?;
    tx.commit().await?;
    app.events.changed(Topic::Users, token.id.uuid());
    Ok(NewToken { token, secret: secret.expose().to_owned() })
}
