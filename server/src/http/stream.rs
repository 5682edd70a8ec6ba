//! The one event stream: what changed, for every reader what they may see.

use std::convert::Infallible;
use std::time::Duration;

use async_stream::stream;
use axum::extract::State;
use axum::response::Sse;
use axum::response::sse::{Event as Message, KeepAlive};
use futures::Stream;
use shared::event::Event;
use tokio::sync::broadcast::error::RecvError;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::http::Principal;

/// Silence of this length is broken by a comment, so that both ends notice a dead connection.
const KEEP_ALIVE: Duration = Duration::from_secs(10);

/// Where the stream is.
pub(super) const STREAM: &str = "/events";

/// The route of the stream.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(events))
}

/// What changed and how far jobs are, as server-sent events whose data is one JSON document each.
#[utoipa::path(get, path = "/events", tag = "events",
    responses((status = 200, body = Event, content_type = "text/event-stream")))]
async fn events(State(app): State<App>, principal: Principal) -> Sse<impl Stream<Item = Result<Message, Infallible>>> {
    let mut receiver = app.events.subscribe();
    let mut stopping = app.wake.stopping();
    let stream = stream! {
        yield Ok(message(&Event::Hello { version: env!("CARGO_PKG_VERSION").to_owned() }));
        loop {
            let published = tokio::select! {
                published = receiver.recv() => published,
                () = stopping.stopped() => break,
            };
            match published {
                Ok(published) if published.place.is_none_or(|place| principal.sees(place)) => {
                    yield Ok(message(&published.event));
                }
                Ok(_) => {}
                Err(RecvError::Lagged(_)) => yield Ok(message(&Event::Gap)),
                Err(RecvError::Closed) => break,
            }
        }
    };
    Sse::new(stream).keep_alive(KeepAlive::new().interval(KEEP_ALIVE))
}

fn message(event: &Event) -> Message {
    Message::default().data(serde_json::to_string(event).unwrap_or_default())
}
