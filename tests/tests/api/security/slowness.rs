//! Peers that take their time: those that send slowly are cut off, and one that reads slowly is told of a gap instead of being waited for.

use std::time::Duration;

use serde_json::json;
use server::config::Patience;
use shared::auth::{NewToken, Role};
use shared::event::{Event, Topic};
use tests::{Cofre, everything};
use uuid::Uuid;

/// Messages that are sent while nobody reads: some tens of megabytes.
const MESSAGES: u32 = 300_000;

/// A server that waits for less than it does outside of tests.
async fn impatient() -> Cofre {
    let patience = Patience { headers: Duration::from_secs(1), answer: Duration::from_secs(2), ..Patience::default() };
    Cofre::start_with(|config| config.patience = patience).await
}

#[tokio::test(flavor = "multi_thread")]
async fn should_cut_off_a_peer_whose_headers_do_not_come_to_an_end() {
    let cofre = impatient().await;
    let mut wire = cofre.nobody().wire().await;
    assert!(wire.send(format!("GET /healthz HTTP/1.1\r\nhost: {}\r\nx-slow: ", wire.host()).as_bytes()).await);
    // The server ends it; the test has no patience of its own.
    let answer = wire.to_the_end().await;
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
    cofre.nobody().send(cofre.nobody().at("GET", "/healthz")).await.is(204);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_cut_off_a_peer_whose_body_does_not_come_to_an_end() {
    let cofre = impatient().await;
    let mut wire = cofre.nobody().wire().await;
    let head = "x-cofre-request: 1\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{\"name\":";
    assert!(wire.send(format!("POST /api/v1/sessions HTTP/1.1\r\nhost: {}\r\n{head}", wire.host()).as_bytes()).await);
    let answer = wire.to_the_end().await;
    assert!(answer.starts_with("HTTP/1.1 408") || answer.starts_with("HTTP/1.1 503"), "{answer}");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_drop_what_a_slow_reader_does_not_take_and_say_so() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let new = json!({"name": "slow", "grant": everything(Role::Owner)});
    let token: NewToken = owner.post("/tokens", &new).await.body(201);
    let mut wire = cofre.nobody().narrow_wire(16 << 10).await;
    let request = format!(
        "GET /api/v1/events HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {}\r\n\r\n",
        wire.host(),
        token.secret
    );
    assert!(wire.send(request.as_bytes()).await);
    let mut heard = String::from_utf8(wire.some().await).unwrap();
    let events = &cofre.app().events;
    for number in 0..MESSAGES {
        events.changed(Topic::Machines, Uuid::from_u128(number.into()));
        if number % 100 == 0 {
            tokio::task::yield_now().await;
        }
    }
    let last = Event::Changed { topic: Topic::Hosts, id: Some(Uuid::from_u128(u128::MAX)) };
    events.publish(last.clone(), None);
    let last = serde_json::to_string(&last).unwrap();
    while !heard.contains(&last) {
        let part = wire.some().await;
        assert!(!part.is_empty(), "the stream goes on");
        heard.push_str(&String::from_utf8_lossy(&part));
    }
    assert!(heard.contains(&serde_json::to_string(&Event::Gap).unwrap()), "it is told that it missed something");
    let kept = heard.matches("\n\n").count();
    assert!(kept < MESSAGES as usize / 2, "{kept} of {MESSAGES} messages were kept for it");
}
