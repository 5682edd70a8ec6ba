//! One request: JSON there and back, every failure as a `Failure`.

use std::cell::RefCell;

use gloo_net::http::{Method, RequestBuilder};
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny as Ignored};
use shared::page::{CountedPage, Page};
use shared::problem::Code;

use super::{Failure, Query};
use crate::paging::Coming;

const BASE: &str = "/api/v1";
/// Another site cannot send this header, so a request that carries it was made by this page.
const OWN_REQUEST: (&str, &str) = ("X-Cofre-Request", "1");
/// How many entries are asked for at once.
pub(super) const PAGE_LIMIT: u32 = 200;
/// The most pages of a list that are gathered for a choice; nobody chooses among more.
pub(super) const PAGES_MAX: usize = 25;

thread_local! {
    static SIGNED_OUT: RefCell<Option<Box<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Says what happens when the server answers that nobody is signed in.
pub(crate) fn on_signed_out(happens: impl Fn() + 'static) {
    SIGNED_OUT.set(Some(Box::new(happens)));
}

/// Reads a resource.
pub(super) async fn get<T: DeserializeOwned>(path: &str) -> Result<T, Failure> {
    read(&send(Method::GET, path, None).await?)
}

/// Reads a resource that may be nothing: the server then answers without content.
pub(super) async fn maybe<T: DeserializeOwned>(path: &str) -> Result<Option<T>, Failure> {
    let text = send(Method::GET, path, None).await?;
    if text.is_empty() { Ok(None) } else { read(&text).map(Some) }
}

/// Reads the first entries of a list.
pub(super) async fn page<T: DeserializeOwned>(path: &str, query: Query) -> Result<Page<T>, Failure> {
    get(&format!("{path}{}", query.with("limit", PAGE_LIMIT))).await
}

/// Reads a page of a list that is counted.
pub(super) fn counted<T: DeserializeOwned + 'static>(path: &str, query: Query) -> Coming<T> {
    let address = format!("{path}{}", query.with("limit", PAGE_LIMIT));
    Box::pin(async move { get(&address).await })
}

/// Reads the first entry of a list, if it has one.
pub(super) async fn first<T: DeserializeOwned>(path: &str) -> Result<Option<T>, Failure> {
    let page: Page<T> = get(&format!("{path}{}", Query::new().with("limit", 1))).await?;
    Ok(page.items.into_iter().next())
}

/// Reads how many entries a list has.
pub(super) async fn total(path: &str, query: Query) -> Result<u64, Failure> {
    let page: CountedPage<Ignored> = get(&format!("{path}{}", query.with("limit", 1))).await?;
    Ok(page.total.count)
}

/// Reads a whole list that is known to be short, page by page.
pub(super) async fn all<T: DeserializeOwned>(path: &str, query: Query) -> Result<Vec<T>, Failure> {
    Ok(pages(path, query, PAGES_MAX).await?.items)
}

/// Reads so many pages of a list as one, with what asks for the entries behind them.
pub(super) async fn pages<T: DeserializeOwned>(path: &str, query: Query, count: usize) -> Result<Page<T>, Failure> {
    let mut entries = Page::whole(Vec::new());
    for _ in 0..count.max(1) {
        let part: Page<T> = page(path, query.clone().maybe("after", entries.next)).await?;
        entries.items.extend(part.items);
        entries.next = part.next;
        if entries.next.is_none() {
            break;
        }
    }
    Ok(entries)
}

/// Sends a request with a body, and reads what it made.
pub(super) async fn post<T: DeserializeOwned>(path: &str, body: &impl Serialize) -> Result<T, Failure> {
    let body = serde_json::to_string(body).map_err(|_| Failure::Unreadable)?;
    read(&send(Method::POST, path, Some(body)).await?)
}

/// Sends a request with a body that is answered by nothing.
pub(super) async fn order(path: &str, body: &impl Serialize) -> Result<(), Failure> {
    let body = serde_json::to_string(body).map_err(|_| Failure::Unreadable)?;
    send(Method::POST, path, Some(body)).await.map(drop)
}

/// Sends what is to change, and reads what came of it.
pub(super) async fn patch<T: DeserializeOwned>(path: &str, body: &impl Serialize) -> Result<T, Failure> {
    let body = serde_json::to_string(body).map_err(|_| Failure::Unreadable)?;
    read(&send(Method::PATCH, path, Some(body)).await?)
}

/// Asks for an act that needs no words, and reads what came of it.
pub(super) async fn act<T: DeserializeOwned>(path: &str) -> Result<T, Failure> {
    read(&send(Method::POST, path, None).await?)
}

/// Asks for an act that answers nothing.
pub(super) async fn tell(method: Method, path: &str) -> Result<(), Failure> {
    send(method, path, None).await.map(drop)
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Failure> {
    serde_json::from_str(text).map_err(|_| Failure::Unreadable)
}

async fn send(method: Method, path: &str, body: Option<String>) -> Result<String, Failure> {
    let mut builder =
        RequestBuilder::new(&format!("{BASE}{path}")).header("Accept", "application/json, application/problem+json");
    if method != Method::GET {
        builder = builder.header(OWN_REQUEST.0, OWN_REQUEST.1);
    }
    let request = match body {
        Some(body) => builder.method(method).header("Content-Type", "application/json").body(body),
        None => builder.method(method).build(),
    };
    let answer = request.map_err(|_| Failure::Unreadable)?.send().await.map_err(|_| Failure::Unreachable)?;
    let text = answer.text().await.map_err(|_| Failure::Unreachable)?;
    if answer.ok() {
        return Ok(text);
    }
    let failure = serde_json::from_str(&text).map_or(Failure::Unreadable, Failure::Problem);
    if failure.code() == Some(Code::Unauthenticated) {
        SIGNED_OUT.with_borrow(|happens| happens.as_ref().inspect(|happens| happens()).map(drop));
    }
    Err(failure)
}
