//! Which screen a secret is, and what a browser that opened the wall is told of itself.

use chrono::TimeDelta;
use shared::screen::{Screen, ScreenState};

use crate::app::App;
use crate::auth::{self, Secret};
use crate::error::Result;
use crate::screens::store;

/// The screen's row is written again at most this often; its stream is asked about once a minute.
const SEEN_EVERY: TimeDelta = TimeDelta::seconds(45);

/// The screen of this secret, while it is not revoked.
pub async fn by_secret(app: &App, secret: &Secret) -> Result<Option<Screen>> {
    let found = store::by_secret(&mut *app.db.read().await?, &secret.hash()).await?;
    let Some((screen, None)) = found else { return Ok(None) };
    let now = app.clock.now();
    if screen.last_seen_at.is_none_or(|seen| now - seen > SEEN_EVERY) {
        let mut tx = app.db.begin().await?;
        store::touch(&mut tx, screen.id, now).await?;
        tx.commit().await?;
    }
    Ok(Some(screen))
}

/// What a browser with these secrets may show. A person who is signed in goes before the screen.
pub(super) async fn state(app: &App, session: Option<Secret>, screen: Option<Secret>) -> Result<ScreenState> {
    if let Some(secret) = session
        && auth::by_session(app, &secret).await?.is_some()
    {
        return Ok(ScreenState::SignedIn);
    }
    let Some(hash) = screen.map(|secret| secret.hash()) else { return Ok(ScreenState::Unpaired) };
    let mut connection = app.db.read().await?;
    if let Some((screen, revoked_at)) = store::by_secret(&mut connection, &hash).await? {
        return Ok(match revoked_at {
            Some(at) => ScreenState::Revoked { name: screen.name, at },
            None => ScreenState::Paired { name: screen.name },
        });
    }
    let pairing = store::pairing_by_secret(&mut connection, &hash, app.clock.now()).await?;
    Ok(pairing.map_or(ScreenState::Unpaired, |pairing| ScreenState::Waiting { pairing }))
}
