//! `/screens`.

use std::net::SocketAddr;

use axum::Json;
use axum::extract::{ConnectInfo, State};
use axum::http::header::USER_AGENT;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;
use shared::id::ScreenId;
use shared::page::CountedPage;
use shared::problem::Problem;
use shared::screen::{PairScreen, Pairing, Screen, ScreenState, WaitingScreen};
use shared::sort::{ScreenColumn, Sort};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::error::Result;
use crate::http::{Body, Cursor, Path, Principal, Query, SessionCookie};
use crate::listing::Words;
use crate::screens::{ask, list, pair, revoke, state};

/// The routes of shared screens.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(screens, create))
        .routes(routes!(delete))
        .routes(routes!(current))
        .routes(routes!(begin))
        .routes(routes!(find))
}

/// What the browser that asks may show on the wall.
#[utoipa::path(get, path = "/screens/current", tag = "screens", responses((status = 200, body = ScreenState)))]
async fn current(State(app): State<App>, headers: HeaderMap) -> Result<Json<ScreenState>> {
    let session = SessionCookie::of(&app.config).read(&headers);
    let screen = SessionCookie::of_screen(&app.config).read(&headers);
    Ok(Json(state::state(&app, session, screen).await?))
}

/// Asks for a code to show; the answer sets the screen's cookie.
#[utoipa::path(post, path = "/screens/pairings", tag = "screens",
    responses((status = 201, body = Pairing), (status = 429, body = Problem)))]
async fn begin(
    State(app): State<App>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
) -> Result<Response> {
    let cookie = SessionCookie::of_screen(&app.config);
    let browser = headers.get(USER_AGENT).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
    let (pairing, secret) = ask::ask(&app, address.ip(), &browser.unwrap_or_default(), cookie.read(&headers)).await?;
    Ok((StatusCode::CREATED, cookie.set(&secret)?, Json(pairing)).into_response())
}

/// The screen that shows this code.
#[utoipa::path(get, path = "/screens/pairings/{code}", tag = "screens", params(("code" = String, Path)),
    responses((status = 200, body = WaitingScreen), (status = 404, body = Problem), (status = 429, body = Problem)))]
async fn find(
    State(app): State<App>,
    principal: Principal,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    Path(code): Path<String>,
) -> Result<Json<WaitingScreen>> {
    Ok(Json(pair::look(&app, &principal, address.ip(), &code).await?))
}

/// Which screens a list shows, and in which order.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Filter {
    /// Only screens with these words in their names; letters' case does not matter.
    q: Option<String>,
    /// `name`, `last_seen` or `paired`; with a `-` before it the other way round. The oldest first when not given.
    #[param(value_type = Option<String>)]
    sort: Option<Sort<ScreenColumn>>,
}

/// Screens that you may revoke, filtered and sorted.
#[utoipa::path(get, path = "/screens", tag = "screens", params(Filter, Cursor),
    responses((status = 200, body = CountedPage<Screen>), (status = 422, body = Problem)))]
async fn screens(
    State(app): State<App>,
    principal: Principal,
    Query(filter): Query<Filter>,
    Query(cursor): Query<Cursor>,
) -> Result<Json<CountedPage<Screen>>> {
    let filter = list::Filter { words: Words::read(filter.q.as_deref())?, sort: filter.sort.unwrap_or_default() };
    Ok(Json(list::list(&app, &principal, filter, (cursor.after(), cursor.limit())).await?))
}

/// Lets the screen in that shows the code.
#[utoipa::path(post, path = "/screens", tag = "screens", request_body = PairScreen,
    responses((status = 201, body = Screen), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem)))]
async fn create(
    State(app): State<App>,
    principal: Principal,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    Body(request): Body<PairScreen>,
) -> Result<(StatusCode, Json<Screen>)> {
    Ok((StatusCode::CREATED, Json(pair::pair(&app, &principal, address.ip(), request).await?)))
}

/// Ends a screen at once.
#[utoipa::path(delete, path = "/screens/{id}", tag = "screens", params(("id" = ScreenId, Path)),
    responses((status = 204), (status = 404, body = Problem)))]
async fn delete(State(app): State<App>, principal: Principal, Path(id): Path<ScreenId>) -> Result<StatusCode> {
    revoke::revoke(&app, &principal, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
