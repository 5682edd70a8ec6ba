//! Signing in and out, and finding out who a request comes from.

use std::net::IpAddr;

use chrono::{DateTime, TimeDelta, Utc};
use shared::audit::Action;
use shared::auth::{Session, SignIn, Token, User};
use shared::event::Topic;
use shared::id::UserId;
use shared::problem::Code;

use crate::app::App;
use crate::auth::second_factor::{self, Shown};
use crate::auth::{Refusals, Secret, password, store, tokens};
use crate::error::{Error, Result, too_many_attempts};

/// A session ends so many hours after its last use.
pub const SESSION_HOURS: i64 = 12;

/// The session is written again at most this often.
const EXTENDED_EVERY: TimeDelta = TimeDelta::minutes(10);

/// Checks name, password and second factor, and opens a session.
pub async fn sign_in(app: &App, address: IpAddr, request: SignIn) -> Result<(Session, Secret)> {
    let now = app.clock.now();
    app.sign_in_limit.begin(address, &request.name, now).map_err(too_many_attempts)?;
    let row = store::user_by_name(&mut *app.db.read().await?, &request.name.to_lowercase()).await?;
    let hash = row.as_ref().map(|row| row.password_hash.clone());
    let right = password::verify(&request.password, hash).await?;
    let row = match row {
        Some(row) if right => row,
        known => {
            tracing::warn!(%address, "a sign-in failed");
            match known.map(|row| row.user) {
                Some(user) => {
                    let tried = (user.name.as_str(), user.id.uuid());
                    Refusals::record(app, address, Action::SessionRefusePassword, tried).await?;
                }
                None => Refusals::record(app, address, Action::SessionRefuseName, "").await?,
            }
            return Err(Code::WrongCredentials.into());
        }
    };
    match second_factor::check(app, &row.user, request.code.as_deref()).await? {
        Shown::Enough => {}
        Shown::Nothing => {
            app.sign_in_limit.taken_back(address, &request.name);
            return Err(Code::SecondFactorNeeded.into());
        }
        Shown::Wrong => {
            tracing::warn!(%address, "a second factor was wrong");
            let tried = (row.user.name.as_str(), row.user.id.uuid());
            Refusals::record(app, address, Action::SessionRefuseSecondFactor, tried).await?;
            return Err(Code::SecondFactorWrong.into());
        }
    }
    app.sign_in_limit.succeeded(address, &request.name);
    open_session(app, row.user, Action::SessionOpen).await
}

/// Opens a session for someone who has just shown who they are; `how` is what the activity log says of it.
pub(super) async fn open_session(app: &App, user: User, how: Action) -> Result<(Session, Secret)> {
    let secret = Secret::generate()?;
    let now = app.clock.now();
    let expires_at = now + TimeDelta::hours(SESSION_HOURS);
    let mut tx = app.db.begin().await?;
    store::insert_session(&mut tx, &secret.hash(), user.id, [now, expires_at]).await?;
    let subject = (user.name.as_str(), user.id.uuid());
    crate::audit::record(&mut tx, &app.clock, &user.name, how, subject).await?;
    tx.commit().await?;
    Ok((Session { user, expires_at }, secret))
}

/// The session of this secret, if it is valid; using it keeps it open.
pub async fn by_session(app: &App, secret: &Secret) -> Result<Option<Session>> {
    let now = app.clock.now();
    let found = store::user_by_session(&mut *app.db.read().await?, &secret.hash(), now).await?;
    let Some((user, expires_at)) = found else { return Ok(None) };
    let fresh = now + TimeDelta::hours(SESSION_HOURS);
    if fresh - expires_at > EXTENDED_EVERY {
        let mut tx = app.db.begin().await?;
        store::extend_session(&mut tx, &secret.hash(), fresh).await?;
        tx.commit().await?;
        return Ok(Some(Session { user, expires_at: fresh }));
    }
    Ok(Some(Session { user, expires_at }))
}

/// The bearer token of this secret and who made it, if it is valid.
pub async fn by_token(app: &App, secret: &Secret) -> Result<Option<(Token, Option<UserId>)>> {
    let Some((token, maker)) = tokens::store::by_secret(&mut *app.db.read().await?, &secret.hash()).await? else {
        return Ok(None);
    };
    let now = app.clock.now();
    let stale = |used: DateTime<Utc>| now - used > TimeDelta::minutes(1);
    if token.last_used_at.is_none_or(stale) {
        let mut tx = app.db.begin().await?;
        tokens::store::touch(&mut tx, token.id, now).await?;
        tx.commit().await?;
    }
    Ok(Some((token, maker)))
}

/// Ends the session.
pub async fn sign_out(app: &App, secret: &Secret) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    let Some((user, _)) = store::user_by_session(&mut tx, &secret.hash(), app.clock.now()).await? else {
        return Ok(());
    };
    store::delete_session(&mut tx, &secret.hash()).await?;
    crate::audit::record(&mut tx, &app.clock, &user.name, Action::SessionClose, (user.name.as_str(), user.id.uuid()))
        .await?;
    tx.commit().await?;
    // Whoever reads the stream by this session is asked for it again.
    app.events.changed(Topic::Users, None);
    Ok(())
}
