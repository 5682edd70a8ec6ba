//! Where a request comes from: its peer, or whom a trusted proxy names.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, Request, State};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use shared::problem::{Code, Problem};

use crate::app::App;
use crate::config::Config;
use crate::error::Error;

/// Each proxy appends the address that it was called from.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// Puts the client's address in the place of the proxy's, for limits that count by address; refuses plain requests that came past the proxies.
pub(super) async fn resolve(
    State(app): State<App>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    mut request: Request,
    next: Next,
) -> Response {
    let address = peer.ip().to_canonical();
    if !is_trusted(&app.config, address) {
        if is_past_the_proxies(&app.config, address) {
            let why =
                "this server is reached through its proxy, and the request did not come from one of trusted_proxies";
            return Error::from(Problem::new(Code::OriginRefused).because(why)).into_response();
        }
        return next.run(request).await;
    }
    let client = client(&app.config, request.headers()).unwrap_or(address);
    request.extensions_mut().insert(ConnectInfo(SocketAddr::new(client, peer.port())));
    next.run(request).await
}

fn is_trusted(config: &Config, address: IpAddr) -> bool {
    config.trusted_proxies.iter().any(|proxies| proxies.contains(&address))
}

/// Where proxies bring the encryption, what comes from elsewhere has none.
fn is_past_the_proxies(config: &Config, address: IpAddr) -> bool {
    config.tls.is_none() && !config.trusted_proxies.is_empty() && !address.is_loopback()
}

/// The last address that no trusted proxy has. What stands before it was written by the client, who may write anything.
fn client(config: &Config, headers: &HeaderMap) -> Option<IpAddr> {
    let mut client = None;
    let values = headers.get_all(FORWARDED_FOR).iter().rev();
    for address in values.flat_map(|value| value.to_str().unwrap_or_default().rsplit(',')) {
        let Ok(address) = address.trim().parse::<IpAddr>() else { break };
        client = Some(address.to_canonical());
        if !is_trusted(config, address.to_canonical()) {
            break;
        }
    }
    client
}
