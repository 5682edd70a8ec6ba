//! Requests from other sites: the names that the server answers to, and the header that only its own page sends.

use axum::extract::{Request, State};
use axum::http::Method;
use axum::http::header::{AUTHORIZATION, HOST, ORIGIN};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use shared::problem::{Code, Problem};

use crate::app::App;
use crate::config::Config;
use crate::error::Error;

/// A page of another site cannot send it without asking first, and we never say yes.
const OWN_PAGE: &str = "x-cofre-request";

/// Refuses names that the server is not known by (a foreign name that resolves to loopback), and changes that another site asks for.
pub(super) async fn check(State(app): State<App>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let host = headers.get(HOST).and_then(|value| value.to_str().ok()).map(str::to_owned).or_else(|| {
        // HTTP/2 has the name in the address of the request.
        request.uri().authority().map(ToString::to_string)
    });
    let Some(host) = host.filter(|host| is_ours(&app.config, host)) else {
        return refuse("the name of the server is not one of its host_names");
    };
    let origin = headers.get(ORIGIN).map(|value| value.to_str().unwrap_or("?").to_owned());
    if let Some(origin) = origin {
        let same = origin.split_once("://").is_some_and(|(_, authority)| authority == host);
        if !same {
            return refuse("the request comes from another site");
        }
    }
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let by_token = headers.contains_key(AUTHORIZATION);
    if !reads && !by_token && !headers.contains_key(OWN_PAGE) {
        return refuse("the header X-Cofre-Request is missing");
    }
    next.run(request).await
}

fn refuse(why: &str) -> Response {
    Error::from(Problem::new(Code::OriginRefused).because(why)).into_response()
}

/// Whether a browser may know the server by this name. Names do not matter where it listens beyond loopback without being told its names.
fn is_ours(config: &Config, host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let name = name.trim_start_matches('[').trim_end_matches(']').to_lowercase();
    let own = config.listen.ip();
    name == "localhost"
        || name.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback() || ip == own || own.is_unspecified())
        || config.host_names.iter().any(|known| known.eq_ignore_ascii_case(&name))
}
