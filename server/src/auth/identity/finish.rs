//! Coming back from the provider: the answer is held against what set out, and someone is signed in or linked.

use std::net::IpAddr;

use shared::audit::Action;
use shared::auth::{Session, User};
use shared::id::UserId;
use shared::problem::Code;

use crate::app::App;
use crate::auth::identity::journey::{Journey, Purpose};
use crate::auth::identity::provider::Provider;
use crate::auth::identity::token::{Fits, exchange, refused, subject};
use crate::auth::identity::{link, store};
use crate::auth::second_factor::{self, Shown};
use crate::auth::{Refusals, Secret, sign_in, users};
use crate::error::{Result, too_many_attempts};

/// What the provider sent the browser back with.
pub(super) struct Answer {
    pub(super) state: String,
    pub(super) code: String,
}

/// How a journey ended well.
pub(super) enum Arrived {
    /// Signed in, by this secret.
    SignedIn(Secret),
    /// Known, and asked for the second factor by who has this secret.
    Halfway(Secret),
    /// Linked to the account.
    Linked,
}

/// What the journey of this browser was for; it is over, whatever the answer.
pub(super) fn take(app: &App, browser: Option<Secret>) -> Option<Journey> {
    app.identity_provider.as_ref()?.waiting.take(&browser?, app.clock.now())
}

/// Ends a journey. What does not fit is written into the activity log.
pub(super) async fn finish(app: &App, address: IpAddr, journey: Journey, answer: Answer) -> Result<Arrived> {
    let arrived = held_against(app, address, journey, answer).await;
    if arrived.as_ref().is_err_and(|error| error.code() == Code::IdentityRefused) {
        Refusals::record(app, address, Action::SessionRefuseProvider, "").await?;
    }
    arrived
}

async fn held_against(app: &App, address: IpAddr, journey: Journey, answer: Answer) -> Result<Arrived> {
    let provider = app.identity_provider.as_ref().ok_or(Code::NotFound)?;
    // Hashes are compared, so that time tells nothing of the state.
    if Secret::received(&answer.state).hash() != Secret::received(journey.state.secret()).hash() {
        return Err(refused("the state is another one"));
    }
    if answer.code.is_empty() {
        return Err(refused("there is no code"));
    }
    let client = provider.client(&app.clock).await?;
    let tokens = exchange(provider, &client, answer.code, journey.verifier).await?;
    let subject = subject(provider, &client, &tokens, &Fits { nonce: journey.nonce, clock: app.clock.clone() }).await?;
    match journey.purpose {
        Purpose::SignIn => arrive(app, provider, address, &subject).await,
        Purpose::Link { user, session_hash } => {
            link::link(app, provider, (user, &session_hash), &subject).await?;
            Ok(Arrived::Linked)
        }
    }
}

/// Signs in whoever has linked this account; a second factor of ours is still asked for.
async fn arrive(app: &App, provider: &Provider, address: IpAddr, subject: &str) -> Result<Arrived> {
    let found = store::user_of(&mut *app.db.read().await?, provider.issuer(), subject).await?;
    let Some(id) = found else {
        Refusals::record(app, address, Action::SessionRefuseProvider, subject).await?;
        return Err(Code::IdentityUnknown.into());
    };
    let user = user(app, id).await?;
    if user.second_factor {
        let browser = Secret::generate()?;
        provider.halfway.add(&browser, address, id, app.clock.now());
        return Ok(Arrived::Halfway(browser));
    }
    let (_, secret) = sign_in::open_session(app, user, Action::SessionOpenByProvider).await?;
    Ok(Arrived::SignedIn(secret))
}

/// Takes the second factor of someone whom the provider has named, and signs them in. Who guesses waits as at the door.
pub(super) async fn complete(
    app: &App,
    address: IpAddr,
    browser: Option<Secret>,
    code: &str,
) -> Result<(Session, Secret)> {
    let provider = app.identity_provider.as_ref().ok_or(Code::NotFound)?;
    let now = app.clock.now();
    let browser = browser.ok_or(Code::IdentityRefused)?;
    let id = provider.halfway.look(&browser, now).ok_or(Code::IdentityRefused)?;
    let user = user(app, id).await?;
    app.sign_in_limit.begin(address, &user.name, now).map_err(too_many_attempts)?;
    match second_factor::check(app, &user, Some(code)).await? {
        Shown::Enough => {}
        Shown::Nothing | Shown::Wrong => {
            let tried = (user.name.as_str(), id.uuid());
            Refusals::record(app, address, Action::SessionRefuseSecondFactor, tried).await?;
            return Err(Code::SecondFactorWrong.into());
        }
    }
    provider.halfway.take(&browser, now).ok_or(Code::IdentityRefused)?;
    app.sign_in_limit.succeeded(address, &user.name);
    sign_in::open_session(app, user, Action::SessionOpenByProvider).await
}

async fn user(app: &App, id: UserId) -> Result<User> {
    users::store::by_id(&mut *app.db.read().await?, id).await?.ok_or_else(|| Code::IdentityUnknown.into())
}
