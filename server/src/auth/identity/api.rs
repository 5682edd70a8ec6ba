//! `/identity-provider` and `/account/identity`.

use std::net::{IpAddr, SocketAddr};

use axum::Json;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, IntoResponse as _, Redirect, Response};
use serde::Deserialize;
use shared::auth::Session;
use shared::identity::{Departure, IdentityState, LinkIdentity, ProviderState, ShowSecondFactor};
use shared::problem::{Code, Problem};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::auth::account::own_password;
use crate::auth::identity::finish::{self, Answer, Arrived};
use crate::auth::identity::journey::Purpose;
use crate::auth::identity::{begin, link, store};
use crate::error::Result;
use crate::http::{Body, Principal, Query, SessionCookie};

/// The routes of the identity provider.
pub(in crate::auth) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(identity_provider))
        .routes(routes!(sign_in_with_provider))
        .routes(routes!(come_back))
        .routes(routes!(show_second_factor))
        .routes(routes!(own_identity, link_identity, unlink_identity))
}

/// Whether there is an identity provider to sign in with.
#[utoipa::path(get, path = "/identity-provider", tag = "auth", responses((status = 200, body = ProviderState)))]
async fn identity_provider(State(app): State<App>) -> Json<ProviderState> {
    Json(ProviderState { name: app.identity_provider.as_ref().map(|provider| provider.name().to_owned()) })
}

/// Sets out to sign in at the identity provider: the browser goes to the address, and the answer sets a cookie that it comes back with.
#[utoipa::path(post, path = "/identity-provider/sign-in", tag = "auth",
    responses((status = 201, body = Departure), (status = 404, body = Problem), (status = 503, body = Problem)))]
async fn sign_in_with_provider(
    State(app): State<App>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
) -> Result<Response> {
    set_out(&app, address.ip(), Purpose::SignIn).await
}

async fn set_out(app: &App, from: IpAddr, purpose: Purpose) -> Result<Response> {
    let (address, browser) = begin::begin(app, from, purpose).await?;
    let cookie = SessionCookie::of_journey(&app.config).set(&browser)?;
    Ok((StatusCode::CREATED, cookie, Json(Departure { address })).into_response())
}

/// What the provider says in the address.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Said {
    /// What is exchanged for the token.
    code: Option<String>,
    /// What set out.
    state: Option<String>,
}

/// Where the provider sends browsers back to. It always leads to the page: `?problem=` is the code of what went wrong, `?second_factor=` says
/// that the second factor is to be shown.
#[utoipa::path(get, path = "/identity-provider/callback", tag = "auth", params(Said),
    responses((status = 303, description = "Signed in or linked; or not, and the address says why.")))]
async fn come_back(
    State(app): State<App>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Query(said): Query<Said>,
) -> Result<Response> {
    let cookie = SessionCookie::of_journey(&app.config);
    let Some(journey) = finish::take(&app, cookie.read(&headers)) else {
        return Ok(lead("/", Some(Code::IdentityRefused)).into_response());
    };
    let place = if journey.purpose == Purpose::SignIn { "/" } else { "/account" };
    let answer = Answer { state: said.state.unwrap_or_default(), code: said.code.unwrap_or_default() };
    let forget = cookie.clear()?;
    Ok(match finish::finish(&app, address.ip(), journey, answer).await {
        Ok(Arrived::SignedIn(secret)) => {
            let [session] = SessionCookie::of(&app.config).set(&secret)?;
            let [forget] = forget;
            (AppendHeaders([session, forget]), lead(place, None)).into_response()
        }
        Ok(Arrived::Halfway(secret)) => (cookie.set(&secret)?, lead("/?second_factor=asked", None)).into_response(),
        Ok(Arrived::Linked) => (forget, lead(place, None)).into_response(),
        Err(error) if error.code() == Code::Internal => return Err(error),
        Err(error) => (forget, lead(place, Some(error.code()))).into_response(),
    })
}

fn lead(place: &str, problem: Option<Code>) -> Redirect {
    match problem {
        Some(code) => Redirect::to(&format!("{place}?problem={}", code.as_str())),
        None => Redirect::to(place),
    }
}

/// Shows the second factor of someone whom the identity provider has named, and signs them in.
#[utoipa::path(post, path = "/identity-provider/second-factor", tag = "auth", request_body = ShowSecondFactor,
    responses((status = 201, body = Session), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 429, body = Problem)))]
async fn show_second_factor(
    State(app): State<App>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Body(request): Body<ShowSecondFactor>,
) -> Result<Response> {
    let cookie = SessionCookie::of_journey(&app.config);
    let browser = cookie.read(&headers);
    let (session, secret) = finish::complete(&app, address.ip(), browser, &request.code).await?;
    let ([opened], [forget]) = (SessionCookie::of(&app.config).set(&secret)?, cookie.clear()?);
    Ok((StatusCode::CREATED, AppendHeaders([opened, forget]), Json(session)).into_response())
}

/// Whether your account is linked to one at the identity provider.
#[utoipa::path(get, path = "/account/identity", tag = "auth", responses((status = 200, body = IdentityState)))]
async fn own_identity(State(app): State<App>, principal: Principal) -> Result<Json<IdentityState>> {
    let id = principal.user.ok_or(Code::Unauthenticated)?;
    let linked = store::is_linked(&mut *app.db.read().await?, id).await?;
    let provider = app.identity_provider.as_ref().map(|provider| provider.name().to_owned());
    Ok(Json(IdentityState { provider, linked }))
}

/// Sets out to link your account to one at the identity provider.
#[utoipa::path(post, path = "/account/identity", tag = "auth", request_body = LinkIdentity,
    responses((status = 201, body = Departure), (status = 404, body = Problem), (status = 422, body = Problem),
        (status = 429, body = Problem), (status = 503, body = Problem)))]
async fn link_identity(
    State(app): State<App>,
    principal: Principal,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Body(request): Body<LinkIdentity>,
) -> Result<Response> {
    let user = own_password::show(&app, &principal, address.ip(), ("password", &request.password)).await?;
    let session = SessionCookie::of(&app.config).read(&headers).ok_or(Code::Unauthenticated)?;
    set_out(&app, address.ip(), Purpose::Link { user, session_hash: session.hash() }).await
}

/// Ends the link of your account: from then on you sign in with your password.
#[utoipa::path(delete, path = "/account/identity", tag = "auth",
    responses((status = 204), (status = 404, body = Problem)))]
async fn unlink_identity(State(app): State<App>, principal: Principal) -> Result<StatusCode> {
    link::unlink(&app, principal.user.ok_or(Code::Unauthenticated)?).await?;
    Ok(StatusCode::NO_CONTENT)
}
