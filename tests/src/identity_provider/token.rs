//! The tokens of the provider, and what can be wrong with one.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use aws_lc_rs::{hmac, signature};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use super::provider::{CLIENT, SECRET};

/// What is wrong with the next token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forgery {
    /// Nothing.
    None,
    /// It answers another question.
    Nonce,
    /// Another provider issued it.
    Issuer,
    /// It is meant for someone else.
    Audience,
    /// Its time is over.
    Expired,
    /// Another key signed it.
    Signature,
    /// Nobody signed it, and it says so.
    Unsigned,
    /// It is signed by what both sides know.
    SharedSecret,
    /// It speaks of nobody.
    Subject,
    /// There is none.
    Missing,
}

/// A key that signs, with its name.
pub(super) struct Key {
    pair: EcdsaKeyPair,
    name: String,
}

impl Key {
    /// A new one.
    pub(super) fn new() -> Self {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).expect("a key can be made");
        Self { pair, name: Uuid::now_v7().to_string() }
    }

    /// Its public half, as providers publish it.
    pub(super) fn public(&self) -> Value {
        // An uncompressed point: a byte that says so, then both coordinates.
        let point = self.pair.public_key().as_ref();
        let (x, y) = (URL_SAFE_NO_PAD.encode(&point[1..33]), URL_SAFE_NO_PAD.encode(&point[33..]));
        json!({"kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": self.name, "x": x, "y": y})
    }

    fn sign(&self, text: &str) -> signature::Signature {
        self.pair.sign(&SystemRandom::new(), text.as_bytes()).expect("it can be signed")
    }
}

/// What a token says.
pub(super) struct Claims<'a> {
    pub(super) issuer: &'a str,
    pub(super) subject: &'a str,
    pub(super) nonce: &'a str,
    pub(super) now: DateTime<Utc>,
}

/// A token that is right but for the forgery.
pub(super) fn id_token(key: &Key, claims: &Claims, forgery: Forgery) -> String {
    let now = claims.now.timestamp();
    let or =
        |wrong: Forgery, other: &str, right: &str| if forgery == wrong { other.to_owned() } else { right.to_owned() };
    let body = json!({
        "iss": or(Forgery::Issuer, "http://127.0.0.1:1", claims.issuer),
        "aud": or(Forgery::Audience, "another", CLIENT),
        "nonce": or(Forgery::Nonce, "another", claims.nonce),
        "sub": or(Forgery::Subject, "", claims.subject),
        "iat": now - if forgery == Forgery::Expired { 7200 } else { 0 },
        "exp": now + if forgery == Forgery::Expired { -3600 } else { 300 },
    });
    let algorithm = match forgery {
        Forgery::Unsigned => "none",
        Forgery::SharedSecret => "HS256",
        _ => "ES256",
    };
    let encode = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", encode(&json!({"alg": algorithm, "kid": key.name})), encode(&body));
    let signature = match forgery {
        Forgery::Unsigned => Vec::new(),
        Forgery::SharedSecret => {
            let secret = hmac::Key::new(hmac::HMAC_SHA256, SECRET.as_bytes());
            hmac::sign(&secret, signed.as_bytes()).as_ref().to_vec()
        }
        Forgery::Signature => Key::new().sign(&signed).as_ref().to_vec(),
        _ => key.sign(&signed).as_ref().to_vec(),
    };
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}
