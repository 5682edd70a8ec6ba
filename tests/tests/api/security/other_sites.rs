//! Requests that another site makes a browser send: none changes anything, by whatever route.

use reqwest::RequestBuilder;
use shared::problem::Code;
use tests::Client;

use crate::walk::document::{Document, Route};
use crate::walk::sides::{Side, Sides};
use crate::walk::still::{assert_unchanged, everything_readable};

/// A request with the owner's cookie, as the page itself would send it, but for what `change` does to it.
fn request(sides: &Sides, route: &Route, document: &Document) -> RequestBuilder {
    let client = &sides.owner;
    let bare = client.bare(&route.method, &sides.mine.path(route));
    match &route.body {
        Some(schema) => bare.json(&document.example(schema, &sides.mine.known)),
        None => bare,
    }
}

/// Sends every changing route in this manner; each must be refused as foreign, and nothing may change.
async fn refused(sides: &Sides, manner: impl Fn(RequestBuilder) -> RequestBuilder) {
    let document = Document::new();
    let both: [&Side; 2] = [&sides.mine, &sides.theirs];
    let before = everything_readable(&sides.owner, both, &document).await;
    for route in document.routes().iter().filter(|route| route.changes()) {
        let answer = sides.owner.send(manner(request(sides, route, &document))).await;
        assert_eq!(answer.status, 403, "{}: {answer:?}", route.name());
        answer.problem(Code::OriginRefused);
    }
    assert_unchanged(&before, &everything_readable(&sides.owner, both, &document).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_every_change_that_its_own_page_did_not_ask_for() {
    let sides = Sides::new().await;
    refused(&sides, |request| request).await;
    for foreign in ["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1.evil.example"] {
        refused(&sides, |request| request.header("X-Cofre-Request", "1").header("origin", foreign)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_every_change_under_a_name_that_is_not_its_own() {
    let sides = Sides::new().await;
    let foreign = "evil.example:8080";
    let own_page = |request: RequestBuilder| request.header("X-Cofre-Request", "1");
    refused(&sides, |request| own_page(request).header("host", foreign)).await;
    refused(&sides, |request| own_page(request).header("host", foreign).header("origin", format!("http://{foreign}")))
        .await;
}

/// What a link, a picture or a look ahead of the browser's asks for.
#[tokio::test(flavor = "multi_thread")]
async fn should_change_nothing_because_someone_reads() {
    let sides = Sides::new().await;
    let document = Document::new();
    let both = [&sides.mine, &sides.theirs];
    let before = everything_readable(&sides.owner, both, &document).await;
    let client: &Client = &sides.owner;
    for method in ["GET", "HEAD"] {
        for route in document.routes().iter().filter(|route| !route.changes() && !route.path.ends_with("/password")) {
            client.send(client.bare(method, &sides.mine.path(route))).await;
        }
    }
    assert_unchanged(&before, &everything_readable(client, both, &document).await);
}
