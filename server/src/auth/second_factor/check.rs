//! What someone with a second factor shows at the door.

use shared::audit::Action;
use shared::auth::User;

use crate::app::App;
use crate::audit;
use crate::auth::second_factor::{recovery, store, totp};
use crate::error::Result;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::auth) enum Shown {
    /// None is asked for, or the right one was shown.
    Enough,
    /// None was shown.
    Nothing,
    /// A wrong one, or one that was used before.
    Wrong,
}

/// Takes a code of the app or a recovery code. Either is taken once: of two at the same time, one is too late.
pub(in crate::auth) async fn check(app: &App, user: &User, code: Option<&str>) -> Result<Shown> {
    let mut tx = app.db.begin().await?;
    let Some(row) = store::get(&mut tx, user.id).await?.filter(|row| row.confirmed_at.is_some()) else {
        return Ok(Shown::Enough);
    };
    let Some(code) = code.filter(|code| !code.trim().is_empty()) else { return Ok(Shown::Nothing) };
    let secret = app.master_key.unseal(user.id.uuid(), &row.sealed_secret)?;
    match totp::step(&secret, code, app.clock.now())? {
        Some(step) if step > row.last_step => store::take_step(&mut tx, user.id, step).await?,
        Some(_) => return Ok(Shown::Wrong),
        None => {
            if !store::take_code(&mut tx, user.id, &recovery::hash(code)).await? {
                return Ok(Shown::Wrong);
            }
            let own = (user.name.as_str(), user.id.uuid());
            audit::record(&mut tx, &app.clock, &user.name, Action::UserUseRecoveryCode, own).await?;
        }
    }
    tx.commit().await?;
    Ok(Shown::Enough)
}
