//! The page: the files of `target/dist`, embedded in the binary and compressed.

use std::sync::LazyLock;

use aws_lc_rs::digest::{SHA256, digest};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// A file of the page, plain and compressed. `build.rs` makes the table.
struct Embedded {
    path: &'static str,
    plain: &'static [u8],
    brotli: &'static [u8],
    gzip: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/page.rs"));

/// Only our own files, connections and styles; the inline script that starts the page by its hash.
static POLICY: LazyLock<Option<HeaderValue>> = LazyLock::new(|| {
    let index = FILES.iter().find(|file| file.path == "index.html")?;
    let hash = |script: &str| format!(" 'sha256-{}'", STANDARD.encode(digest(&SHA256, script.as_bytes())));
    let hashes = inline_scripts(std::str::from_utf8(index.plain).ok()?).map(hash).collect::<Vec<_>>().concat();
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self'; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).ok()
});

/// The texts of the scripts that stand in the document itself.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (script, _) = rest.split_once("</script>")?;
        (!attributes.contains("src=")).then_some(script)
    })
}

/// The file at this path; the document itself for every path that has no file, since the page routes the rest.
pub(super) fn file(path: &str, headers: &HeaderMap) -> Response {
    let path = path.trim_start_matches('/');
    if let Some(file) = FILES.iter().find(|file| file.path == path && path != "index.html") {
        return send(file, headers, "public, max-age=31536000, immutable");
    }
    if path.rsplit('/').next().is_some_and(|name| name.contains('.')) {
        return StatusCode::NOT_FOUND.into_response();
    }
    match (FILES.iter().find(|file| file.path == "index.html"), POLICY.clone()) {
        (Some(index), Some(policy)) => {
            let mut response = send(index, headers, "no-cache");
            response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
            response
        }
        _ => (
            StatusCode::SERVICE_UNAVAILABLE,
            "This binary was built without the page: start it with `cargo xtask run`.\n",
        )
            .into_response(),
    }
}

fn send(file: &Embedded, headers: &HeaderMap, caching: &'static str) -> Response {
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let accepts = |encoding: &str| accepted.split(',').any(|part| part.trim().split(';').next() == Some(encoding));
    let (bytes, encoding) = match file {
        _ if accepts("br") && !file.brotli.is_empty() => (file.brotli, Some("br")),
        _ if accepts("gzip") && !file.gzip.is_empty() => (file.gzip, Some("gzip")),
        _ => (file.plain, None),
    };
    let mut response = bytes.into_response();
    let answer = response.headers_mut();
    answer.insert(CONTENT_TYPE, HeaderValue::from_static(content_type(file.path)));
    answer.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    answer.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        answer.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "json" | "webmanifest" => "application/json",
        _ => "application/octet-stream",
    }
}
