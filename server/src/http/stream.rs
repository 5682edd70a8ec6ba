//! The one event stream: what changed, for every reader what they may see, for as long as they may.

use std::convert::Infallible;
use std::time::Duration;

use async_stream::stream;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Sse;
use axum::response::sse::Event as Message;
use futures::Stream;
use shared::event::{Event, Topic};
use tokio::sync::broadcast::error::RecvError;
use tokio::time::Instant;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::events::Published;
use crate::http::{Principal, access};

/// Silence is broken this often, so that both ends notice a dead connection. A browser tells its page nothing of comments, so it is an event.
const PULSE: Duration = Duration::from_secs(4);
/// Who reads is asked for again this often, since a session ends by itself; a change of users or tokens asks at once.
const RECHECK: Duration = Duration::from_mins(1);

/// Where the stream is.
pub(super) const STREAM: &str = "/events";

/// The route of the stream.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(events))
}

/// What changed and how far jobs are, as server-sent events whose data is one JSON document each.
#[utoipa::path(get, path = "/events", tag = "events",
    responses((status = 200, body = Event, content_type = "text/event-stream")))]
async fn events(
    State(app): State<App>,
    mut principal: Principal,
    headers: HeaderMap,
) -> Sse<impl Stream<Item = Result<Message, Infallible>>> {
    let mut receiver = app.events.subscribe();
    let mut stopping = app.wake.stopping();
    let mut recheck = tokio::time::interval_at(Instant::now() + RECHECK, RECHECK);
    let mut pulse = tokio::time::interval_at(Instant::now() + PULSE, PULSE);
    let stream = stream! {
        yield Ok(message(&Event::Hello { version: env!("CARGO_PKG_VERSION").to_owned() }));
        loop {
            let published = tokio::select! {
                published = receiver.recv() => Some(published),
                _ = recheck.tick() => None,
                _ = pulse.tick() => {
                    yield Ok(message(&Event::Pulse));
                    continue;
                }
                () = stopping.stopped() => break,
            };
            if published.as_ref().is_none_or(may_change_access) {
                match access::renew(&app, principal.permission, &headers).await {
                    Ok(renewed) => principal = renewed,
                    Err(_) => break,
                }
            }
            match published {
                Some(Ok(published)) if published.place.is_none_or(|place| principal.sees(place)) => {
                    yield Ok(message(&published.event));
                }
                None | Some(Ok(_)) => {}
                Some(Err(RecvError::Lagged(_))) => yield Ok(message(&Event::Gap)),
                Some(Err(RecvError::Closed)) => break,
            }
        }
    };
    Sse::new(stream)
}

/// Whether a reader may have lost or gained access: users, sessions, tokens or screens changed, or a message about them was missed.
fn may_change_access(published: &Result<Published, RecvError>) -> bool {
    match published {
        Ok(published) => {
            matches!(published.event, Event::Changed { topic: Topic::Screens | Topic::Users, .. })
        }
        Err(_) => true,
    }
}

fn message(event: &Event) -> Message {
    Message::default().data(serde_json::to_string(event).unwrap_or_default())
}
