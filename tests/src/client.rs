//! Someone who speaks HTTP with a server: nobody, a person with a cookie, or a script with a token.

use reqwest::{Method, RequestBuilder};
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
        let http = reqwest::Client::builder().no_proxy().build().expect("a client can be made");
        Self { http, address: address.to_owned(), identity: Identity::Nobody }
    }

    /// The same one with this cookie, as `Set-Cookie` sent it.
    #[must_use]
    pub fn with_cookie(&self, set_cookie: &str) -> Self {
        let pair = set_cookie.split(';').next().unwrap_or_default();
        Self { identity: Identity::Cookie(pair.to_owned()), ..self.clone() }
    }

    /// The same one with this bearer token.
    #[must_use]
    pub fn with_token(&self, secret: &str) -> Self {
        Self { identity: Identity::Bearer(secret.to_owned()), ..self.clone() }
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
