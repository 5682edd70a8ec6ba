//! Someone who speaks HTTP with a server: nobody, a person with a cookie, or a script with a token.

use std::net::{IpAddr, Ipv4Addr};

use reqwest::redirect::Policy;
use reqwest::{ClientBuilder, Method, RequestBuilder};
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::page::Page;

use crate::Answer;

#[derive(Clone, Debug)]
enum Identity {
    Nobody,
    Cookie(String),
    Bearer(String),
}

fn builder() -> ClientBuilder {
    // Fails only when a provider was chosen before, which is then the same one.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    reqwest::Client::builder().no_proxy().redirect(Policy::none())
}

/// Someone who speaks HTTP with a server.
#[derive(Clone, Debug)]
pub struct Client {
    http: reqwest::Client,
    address: String,
    identity: Identity,
}

impl Client {
    /// Nobody in particular.
    pub fn new(address: &str) -> Self {
        Self::with(builder(), address)
    }

    /// Nobody in particular, who trusts this certificate authority (PEM) and no other.
    pub fn trusting(address: &str, authority: &str) -> Self {
        let authority = reqwest::Certificate::from_pem(authority.as_bytes()).expect("the certificate is one");
        Self::with(builder().add_root_certificate(authority), address)
    }

    fn with(builder: ClientBuilder, address: &str) -> Self {
        let http = builder.build().expect("a client can be made");
        Self { http, address: address.to_owned(), identity: Identity::Nobody }
    }

    /// Nobody in particular, who calls from this address of the machine.
    pub fn from_address(address: &str, from: Ipv4Addr) -> Self {
        Self::with(builder().local_address(IpAddr::from(from)), address)
    }

    /// The same one with this cookie, as `Set-Cookie` sent it.
    #[must_use]
    pub fn with_cookie(&self, set_cookie: &str) -> Self {
        let pair = set_cookie.split(';').next().unwrap_or_default();
        Self { identity: Identity::Cookie(pair.to_owned()), ..self.clone() }
    }

    /// The cookie as a browser sends it; nothing for who has none.
    pub fn cookie(&self) -> Option<&str> {
        match &self.identity {
            Identity::Cookie(pair) => Some(pair),
            Identity::Nobody | Identity::Bearer(_) => None,
        }
    }

    /// The same one with this bearer token.
    #[must_use]
    pub fn with_token(&self, secret: &str) -> Self {
        Self { identity: Identity::Bearer(secret.to_owned()), ..self.clone() }
    }

    /// The same one at the address of another: a server that was started again.
    #[must_use]
    pub fn moved_to(&self, other: &Client) -> Self {
        Self { address: other.address.clone(), ..self.clone() }
    }

    /// The server's address.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// A request of a route beneath `/api/v1` with nothing but the identity.
    pub fn bare(&self, method: &str, route: &str) -> RequestBuilder {
        self.at(method, &format!("/api/v1{route}"))
    }

    /// A request of any address with nothing but the identity.
    pub fn at(&self, method: &str, path: &str) -> RequestBuilder {
        let method: Method = method.parse().expect("a method of HTTP");
        let request = self.http.request(method, format!("{}{path}", self.address));
        match &self.identity {
            Identity::Nobody => request,
            Identity::Cookie(pair) => request.header("cookie", pair),
            Identity::Bearer(secret) => request.bearer_auth(secret),
        }
    }

    /// A request as the page sends it.
    pub fn request(&self, method: &str, route: &str) -> RequestBuilder {
        self.bare(method, route).header("X-Cofre-Request", "1")
    }

    /// The whole answer to a request whose path is sent as it is; other clients would tidy it up.
    pub async fn as_it_is(&self, method: &str, path: &str) -> String {
        let identity = match &self.identity {
            Identity::Nobody => String::new(),
            Identity::Cookie(pair) => format!("cookie: {pair}\r\n"),
            Identity::Bearer(secret) => format!("authorization: Bearer {secret}\r\n"),
        };
        let headers = format!("x-cofre-request: 1\r\n{identity}");
        self.wire().await.ask(&format!("{method} {path}"), &headers).await
    }

    /// `GET` of a route.
    pub async fn get(&self, route: &str) -> Answer {
        Answer::to(self.request("GET", route)).await
    }

    /// `GET` of a route with parameters that are still to be encoded.
    pub async fn get_with(&self, route: &str, parameters: &[(&str, &str)]) -> Answer {
        Answer::to(self.request("GET", route).query(parameters)).await
    }

    /// `POST` of a body to a route.
    pub async fn post(&self, route: &str, body: &impl Serialize) -> Answer {
        Answer::to(self.request("POST", route).json(body)).await
    }

    /// `POST` without a body.
    pub async fn call(&self, route: &str) -> Answer {
        Answer::to(self.request("POST", route)).await
    }

    /// `PATCH` of a route with what is to change.
    pub async fn patch(&self, route: &str, body: &impl Serialize) -> Answer {
        Answer::to(self.request("PATCH", route).json(body)).await
    }

    /// `DELETE` of a route.
    pub async fn delete(&self, route: &str) -> Answer {
        Answer::to(self.request("DELETE", route)).await
    }

    /// Sends a request that was made by hand.
    pub async fn send(&self, request: RequestBuilder) -> Answer {
        Answer::to(request).await
    }

    /// What a route shows.
    pub async fn show<T: DeserializeOwned>(&self, route: &str) -> T {
        self.get(route).await.body(200)
    }

    /// The entries of a list that fits on a page.
    pub async fn list<T: DeserializeOwned>(&self, route: &str) -> Vec<T> {
        self.show::<Page<T>>(route).await.items
    }
}
