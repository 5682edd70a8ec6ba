//! A browser asks to be paired. Anybody may ask, so it costs little: few at a time from an address, few at a time in all.

use std::net::IpAddr;

use chrono::TimeDelta;
use shared::screen::{PAIRING_MINUTES, Pairing};

use crate::app::App;
use crate::auth::Secret;
use crate::error::{Result, too_many_attempts};
use crate::screens::code;
use crate::screens::store::{self, NewPairing};

/// So many may wait at a time from an address, and each code takes its minutes to leave.
const PER_ADDRESS: usize = 5;
/// So many may wait at a time in all.
const IN_ALL: usize = 200;
/// A browser's name for itself is cut off here.
const BROWSER_CHARS: usize = 200;

/// Begins a pairing; one that the browser has begun already goes on.
pub(super) async fn ask(app: &App, address: IpAddr, browser: &str, known: Option<Secret>) -> Result<(Pairing, Secret)> {
    let now = app.clock.now();
    let address = address.to_string();
    let mut connection = app.db.read().await?;
    if let Some(secret) = known
        && let Some(pairing) = store::pairing_by_secret(&mut connection, &secret.hash(), now).await?
    {
        return Ok((pairing, secret));
    }
    let waiting = store::waiting(&mut connection, now).await?;
    drop(connection);
    let here: Vec<_> = waiting.iter().filter(|waiting| waiting.address == address).collect();
    if here.len() >= PER_ADDRESS || waiting.len() >= IN_ALL {
        let next = here.iter().map(|waiting| waiting.expires_at).min().unwrap_or(now);
        return Err(too_many_attempts(next - now));
    }
    let secret = Secret::generate()?;
    let browser = browser.chars().filter(|c| !c.is_control()).take(BROWSER_CHARS).collect();
    let mut tx = app.db.begin().await?;
    store::delete_pairings_until(&mut tx, now).await?;
    let mut digits = code::generate()?;
    while store::pairing_by_code(&mut tx, &digits, now).await?.is_some() {
        digits = code::generate()?;
    }
    let pairing = Pairing { code: digits, expires_at: now + TimeDelta::minutes(PAIRING_MINUTES) };
    let new = NewPairing { pairing: pairing.clone(), secret_hash: secret.hash(), address, browser };
    store::insert_pairing(&mut tx, &new).await?;
    tx.commit().await?;
    Ok((pairing, secret))
}
