//! Someone who is signed in finds a waiting screen by its code, and lets it in.

use std::net::IpAddr;

use shared::audit::Action;
use shared::auth::Scope;
use shared::event::Topic;
use shared::id::ScreenId;
use shared::problem::{Code, FieldReason, Problem};
use shared::screen::{PairScreen, Screen, WaitingScreen, code_digits};
use uuid::Uuid;

use crate::app::App;
use crate::auth::{Place, Principal};
use crate::db::Connection;
use crate::error::{Error, Result, too_many_attempts, unknown};
use crate::screens::store::{self, NewPairing};
use crate::{audit, resource_groups, vaults};

/// The screen that shows this code.
pub(super) async fn look(app: &App, principal: &Principal, address: IpAddr, typed: &str) -> Result<WaitingScreen> {
    let NewPairing { pairing, address, browser, .. } = find(app, principal, address, typed).await?;
    Ok(WaitingScreen { code: pairing.code, address, browser, expires_at: pairing.expires_at })
}

/// Lets the screen in. It sees at most what its pairer may operate.
pub(super) async fn pair(app: &App, principal: &Principal, address: IpAddr, request: PairScreen) -> Result<Screen> {
    let found = find(app, principal, address, &request.code).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let scope_name = may_show(&mut tx, principal, request.scope).await?;
    // Of two who type the same code at once, one is too late.
    if !store::delete_pairing(&mut tx, &found.secret_hash).await? {
        return Err(no_such_code());
    }
    let screen = Screen {
        id: ScreenId::new(Uuid::now_v7()),
        name: request.name.to_string(),
        scope: request.scope,
        scope_name,
        address: found.address,
        browser: found.browser,
        paired_by: principal.name.clone(),
        paired_at: now,
        last_seen_at: None,
    };
    store::insert(&mut tx, &screen, &found.secret_hash).await?;
    audit::record(&mut tx, &app.clock, &principal.name, Action::ScreenPair, &screen.name).await?;
    tx.commit().await?;
    app.events.changed(Topic::Screens, screen.id.uuid());
    Ok(screen)
}

/// Finds a waiting screen; those who guess have to wait longer and longer.
async fn find(app: &App, principal: &Principal, address: IpAddr, typed: &str) -> Result<NewPairing> {
    let now = app.clock.now();
    app.code_limit.begin(address, &principal.name, now).map_err(too_many_attempts)?;
    if let Some(digits) = code_digits(typed)
        && let Some(found) = store::pairing_by_code(&mut *app.db.read().await?, &digits, now).await?
    {
        app.code_limit.succeeded(address, &principal.name);
        return Ok(found);
    }
    Err(no_such_code())
}

fn no_such_code() -> Error {
    Problem::new(Code::PairingCodeUnknown).at("code", FieldReason::Unknown).into()
}

/// Asks the principal about what the screen would show; answers its name. What the principal may not see does not exist.
async fn may_show(connection: &mut Connection, principal: &Principal, scope: Scope) -> Result<Option<String>> {
    let (place, name) = match scope {
        Scope::Everything => {
            principal.on_everything()?;
            return Ok(None);
        }
        Scope::ResourceGroup(id) => {
            let group = resource_groups::by_id(connection, id).await?.ok_or_else(|| unknown("scope"))?;
            (Place::group(id), group.name)
        }
        Scope::Vault(id) => {
            let vault = vaults::by_id(connection, id).await?.ok_or_else(|| unknown("scope"))?;
            (vault.place(), vault.name)
        }
    };
    if !principal.sees(place) {
        return Err(unknown("scope"));
    }
    principal.on(place)?;
    Ok(Some(name))
}
