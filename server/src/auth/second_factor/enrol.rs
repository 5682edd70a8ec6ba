//! Adding a second factor to one's own account: a secret for the app, then a code that shows that the app has it.

use shared::audit::Action;
use shared::event::Topic;
use shared::id::UserId;
use shared::problem::{Code, FieldReason};
use shared::second_factor::{NewSecondFactor, RecoveryCodes};

use crate::app::App;
use crate::audit;
use crate::auth::second_factor::{recovery, store, totp};
use crate::auth::{Principal, Secret, users};
use crate::error::{Result, invalid};

/// Makes a secret. Nothing is asked for before it is confirmed; whoever begins again gets another one.
pub(super) async fn begin(app: &App, principal: &Principal, id: UserId) -> Result<NewSecondFactor> {
    let secret = totp::new_secret()?;
    let shown = totp::show(&secret, &principal.name)?;
    let sealed = app.master_key.seal(id.uuid(), &secret)?;
    let mut tx = app.db.begin().await?;
    if store::is_on(&mut tx, id).await? {
        return Err(Code::SecondFactorOn.into());
    }
    store::begin(&mut tx, id, &sealed).await?;
    tx.commit().await?;
    Ok(shown)
}

/// Confirms the secret by a code of the app. From now on one is asked for; other sessions, which were opened without, end.
pub(super) async fn confirm(
    app: &App,
    principal: &Principal,
    id: UserId,
    session: Option<Secret>,
    code: &str,
) -> Result<RecoveryCodes> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let row = store::get(&mut tx, id).await?.ok_or(Code::NotFound)?;
    if row.confirmed_at.is_some() {
        return Err(Code::SecondFactorOn.into());
    }
    let secret = app.master_key.unseal(id.uuid(), &row.sealed_secret)?;
    let Some(step) = totp::step(&secret, code, now)? else { return Err(invalid("code", FieldReason::Wrong)) };
    let codes = recovery::generate()?;
    store::confirm(&mut tx, id, now).await?;
    store::take_step(&mut tx, id, step).await?;
    store::set_codes(&mut tx, id, codes.iter().map(|code| recovery::hash(code)).collect()).await?;
    let kept = session.map(|secret| secret.hash()).unwrap_or_default();
    users::store::delete_sessions(&mut tx, id, &kept).await?;
    let own = (principal.name.as_str(), id.uuid());
    audit::record(&mut tx, &app.clock, &principal.name, Action::UserAddSecondFactor, own).await?;
    tx.commit().await?;
    app.events.changed(Topic::Users, id.uuid());
    Ok(RecoveryCodes { codes })
}
