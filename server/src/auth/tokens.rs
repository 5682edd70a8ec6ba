//! Bearer tokens of scripts.

use shared::auth::{CreateToken, NewToken, Token};
use shared::event::Topic;
use shared::id::TokenId;
use shared::problem::Code;
use uuid::Uuid;

use crate::app::App;
use crate::auth::{Principal, Secret, store};
use crate::error::Result;

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
    store::insert_token(&mut tx, &token, &secret.hash()).await?;
    crate::audit::record(&mut tx, &app.clock, &principal.name, "token.create", &token.name).await?;
    tx.commit().await?;
    app.events.changed(Topic::Users, token.id.uuid());
    Ok(NewToken { token, secret: secret.expose().to_owned() })
}

/// Ends a token at once.
pub(super) async fn revoke(app: &App, principal: &Principal, id: TokenId) -> Result<()> {
    principal.on_everything()?;
    let mut tx = app.db.begin().await?;
    if !store::delete_token(&mut tx, id).await? {
        return Err(Code::NotFound.into());
    }
    crate::audit::record(&mut tx, &app.clock, &principal.name, "token.revoke", &id.to_string()).await?;
    tx.commit().await?;
    app.events.changed(Topic::Users, id.uuid());
    Ok(())
}

/// All tokens, oldest first, without their secrets.
pub(super) async fn list(app: &App, principal: &Principal) -> Result<Vec<Token>> {
    principal.on_everything()?;
    store::tokens(&mut *app.db.read().await?).await
}
