//! Requests that are too large: refused early, and the server goes on.

use std::fmt::Write as _;

use futures::stream;
use shared::problem::Code;
use tests::{Client, Cofre};

/// The status of an answer; nothing when the connection was ended without one.
fn status(answer: &str) -> Option<u16> {
    answer.split(' ').nth(1)?.parse().ok()
}

async fn goes_on(client: &Client) {
    client.get("/vaults").await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_a_body_that_is_too_large_with_and_without_its_length() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let json = "application/json";
    let large = format!("{{\"name\": \"{}\"}}", "a".repeat(300 << 10));
    let request = owner.request("POST", "/subscriptions").header("content-type", json);
    owner.send(request.body(large.clone())).await.problem(Code::PayloadTooLarge);
    // In pieces, its length is told by nobody.
    let pieces: Vec<Result<Vec<u8>, std::io::Error>> =
        large.as_bytes().chunks(4096).map(|part| Ok(part.to_vec())).collect();
    let request = owner.request("POST", "/subscriptions").header("content-type", json);
    let body = reqwest::Body::wrap_stream(stream::iter(pieces));
    owner.send(request.body(body)).await.problem(Code::PayloadTooLarge);
    goes_on(&owner).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_wait_for_a_body_that_says_it_is_endless() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let answer = cofre
        .nobody()
        .wire()
        .await
        .ask(
            "POST /api/v1/sessions",
            "x-cofre-request: 1\r\ncontent-type: application/json\r\ncontent-length: 99999999999999\r\n",
        )
        .await;
    assert_eq!(status(&answer), Some(413), "{answer}");
    goes_on(&owner).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_headers_and_addresses_that_are_too_large() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let one = format!("x-large: {}\r\n", "a".repeat(1 << 20));
    let many = (0..500).fold(String::new(), |mut many, number| {
        write!(many, "x-{number}: {number}\r\n").unwrap();
        many
    });
    let long = "a".repeat(200 << 10);
    for (line, headers) in [
        ("GET /healthz".to_owned(), one.as_str()),
        ("GET /healthz".to_owned(), many.as_str()),
        (format!("GET /{long}"), ""),
        (format!("GET /api/v1/vaults?after={long}"), ""),
    ] {
        let answer = cofre.nobody().wire().await.ask(&line, headers).await;
        // A server that stops reading may be gone before its answer is heard.
        let status = status(&answer);
        assert!(matches!(status, None | Some(400 | 414 | 431)), "{}: {answer}", &line[..12]);
    }
    goes_on(&owner).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_json_that_is_nested_without_end() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let deep = "[".repeat(100_000);
    let request = owner.request("POST", "/subscriptions").header("content-type", "application/json").body(deep);
    let answer = owner.send(request).await;
    assert!(matches!(answer.status, 400 | 422), "{answer:?}");
    goes_on(&owner).await;
}
