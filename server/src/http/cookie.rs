//! Cookies that carry a secret: `HttpOnly`, `SameSite=Strict` (but for the way back from an identity provider), and bound to the host alone where the connection is encrypted.

use anyhow::Context as _;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderName, HeaderValue};

use crate::auth::{JOURNEY_MINUTES, SESSION_HOURS, Secret};
use crate::config::Config;
use crate::error::Result;

/// A screen hangs on its wall for long; browsers keep no cookie for longer than this. It ends when it is revoked.
const SCREEN_DAYS: i64 = 400;

/// Whose secret it is.
#[derive(Clone, Copy, Debug)]
enum Holder {
    Person,
    Screen,
    /// Someone who is at the identity provider.
    Traveller,
}

/// A cookie's name and attributes, by whose it is and by whether browsers reach the server by TLS.
#[derive(Clone, Copy, Debug)]
pub struct SessionCookie {
    holder: Holder,
    encrypted: bool,
}

impl SessionCookie {
    /// The cookie of people at this server. Browsers take a `__Host-` cookie over an encrypted connection only.
    pub fn of(config: &Config) -> Self {
        Self { holder: Holder::Person, encrypted: config.is_encrypted() }
    }

    /// The cookie of shared screens at this server.
    pub fn of_screen(config: &Config) -> Self {
        Self { holder: Holder::Screen, ..Self::of(config) }
    }

    /// The cookie of a browser that is at the identity provider. It comes back from another site, so that only this one is sent then.
    pub fn of_journey(config: &Config) -> Self {
        Self { holder: Holder::Traveller, ..Self::of(config) }
    }

    fn name(self) -> &'static str {
        match (self.holder, self.encrypted) {
            (Holder::Person, true) => "__Host-cofre-session",
            (Holder::Person, false) => "cofre-session",
            (Holder::Screen, true) => "__Host-cofre-screen",
            (Holder::Screen, false) => "cofre-screen",
            (Holder::Traveller, true) => "__Host-cofre-journey",
            (Holder::Traveller, false) => "cofre-journey",
        }
    }

    /// The header that sets it.
    pub fn set(self, secret: &Secret) -> Result<[(HeaderName, HeaderValue); 1]> {
        let seconds = match self.holder {
            Holder::Person => SESSION_HOURS * 3600,
            Holder::Screen => SCREEN_DAYS * 24 * 3600,
            Holder::Traveller => JOURNEY_MINUTES * 60,
        };
        self.header(secret.expose(), seconds)
    }

    /// The header that removes it.
    pub fn clear(self) -> Result<[(HeaderName, HeaderValue); 1]> {
        self.header("", 0)
    }

    fn header(self, value: &str, seconds: i64) -> Result<[(HeaderName, HeaderValue); 1]> {
        let secure = if self.encrypted { "; Secure" } else { "" };
        let same_site = if matches!(self.holder, Holder::Traveller) { "Lax" } else { "Strict" };
        let text =
            format!("{}={value}; Path=/; HttpOnly; SameSite={same_site}; Max-Age={seconds}{secure}", self.name());
        Ok([(SET_COOKIE, HeaderValue::from_str(&text).context("the cookie cannot be a header")?)])
    }

    /// The secret that a request carries.
    pub fn read(self, headers: &HeaderMap) -> Option<Secret> {
        headers
            .get_all("cookie")
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|text| text.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(name, _)| *name == self.name())
            .map(|(_, value)| Secret::received(value))
    }
}
