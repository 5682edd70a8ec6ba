//! The provider itself, at a port of this machine.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use aws_lc_rs::digest::{SHA256, digest};
use axum::body::Body;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use futures::stream;
use serde_json::{Value, json};
use server::auth::IdentityProvider as Configured;
use tokio::task::JoinHandle;
use url::Url;
use uuid::Uuid;

use super::token::{Claims, Forgery, Key, id_token};

/// How the provider knows the server.
pub(super) const CLIENT: &str = "cofre";
/// What both know.
pub(super) const SECRET: &str = "a secret between the two";

/// How the provider answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// As it should.
    Well,
    /// Never.
    Silent,
    /// Without an end.
    Endless,
    /// That it is somewhere else.
    Elsewhere,
    /// With a fault of its own.
    Broken,
}

/// What someone at the provider has been promised.
struct Promise {
    subject: String,
    nonce: String,
    challenge: String,
}

struct Inside {
    issuer: String,
    key: Mutex<Key>,
    promises: Mutex<HashMap<String, Promise>>,
    forgery: Mutex<Forgery>,
    manner: Mutex<Manner>,
    /// Who sits before the browser that comes by.
    visitor: Mutex<String>,
    now: Mutex<Option<DateTime<Utc>>>,
    asked: Mutex<Vec<String>>,
}

/// A running identity provider.
pub struct IdentityProvider {
    inside: Arc<Inside>,
    serving: JoinHandle<()>,
}

impl std::fmt::Debug for IdentityProvider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("IdentityProvider")
    }
}

impl IdentityProvider {
    /// One that answers at a free port of this machine.
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let issuer = format!("http://{}", listener.local_addr().expect("it listens somewhere"));
        let inside = Arc::new(Inside {
            issuer,
            key: Mutex::new(Key::new()),
            promises: Mutex::default(),
            forgery: Mutex::new(Forgery::None),
            manner: Mutex::new(Manner::Well),
            visitor: Mutex::default(),
            now: Mutex::default(),
            asked: Mutex::default(),
        });
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(document))
            .route("/authorize", get(authorize))
            .route("/jwks", get(keys))
            .route("/token", post(token))
            .layer(from_fn_with_state(inside.clone(), answer))
            .with_state(inside.clone());
        let serving = tokio::spawn(async move { axum::serve(listener, router).await.expect("the provider serves") });
        Self { inside, serving }
    }

    /// How a server at this address is told of it.
    pub fn configured(&self, own_address: &str) -> Configured {
        Configured {
            name: "Example".to_owned(),
            issuer: self.inside.issuer.clone(),
            client_id: CLIENT.to_owned(),
            client_secret_file: None,
            own_address: own_address.to_owned(),
            client_secret: SECRET.to_owned(),
        }
    }

    /// Someone signs in there who came from this address; answers the query that they are sent back with.
    pub fn sign_in(&self, address: &str, subject: &str) -> String {
        let url = Url::parse(address).expect("an address");
        assert!(address.starts_with(&self.inside.issuer), "{address}");
        self.inside.promise(&url.query_pairs().into_owned().collect(), subject)
    }

    /// From now on this one sits before every browser that comes by, and is signed in there already.
    pub fn visited_by(&self, subject: &str) {
        subject.clone_into(&mut self.inside.visitor.lock().expect("a lock"));
    }

    /// What is wrong with the tokens from now on.
    pub fn forge(&self, forgery: Forgery) {
        *self.inside.forgery.lock().expect("a lock") = forgery;
    }

    /// How it answers from now on.
    pub fn behave(&self, manner: Manner) {
        *self.inside.manner.lock().expect("a lock") = manner;
    }

    /// Signs with another key from now on.
    pub fn change_key(&self) {
        *self.inside.key.lock().expect("a lock") = Key::new();
    }

    /// The time at the provider, when it is not this machine's.
    pub fn set_clock(&self, now: DateTime<Utc>) {
        *self.inside.now.lock().expect("a lock") = Some(now);
    }

    /// The paths that it was asked for.
    pub fn asked(&self) -> Vec<String> {
        self.inside.asked.lock().expect("a lock").clone()
    }

    /// Nobody answers any more.
    pub async fn stop(&mut self) {
        self.serving.abort();
        let ended = (&mut self.serving).await;
        assert!(ended.is_err_and(|ended| ended.is_cancelled()), "the provider served until now");
    }
}

impl Inside {
    /// Promises a token to whoever asked so; answers the query that their browser comes back with.
    fn promise(&self, asked: &HashMap<String, String>, subject: &str) -> String {
        assert_eq!((asked["response_type"].as_str(), asked["client_id"].as_str()), ("code", CLIENT));
        assert_eq!((asked["scope"].as_str(), asked["code_challenge_method"].as_str()), ("openid", "S256"));
        assert!(asked["redirect_uri"].ends_with("/api/v1/identity-provider/callback"));
        let code = Uuid::now_v7().to_string();
        let promise = Promise {
            subject: subject.to_owned(),
            nonce: asked["nonce"].clone(),
            challenge: asked["code_challenge"].clone(),
        };
        self.promises.lock().expect("a lock").insert(code.clone(), promise);
        format!("code={code}&state={}", asked["state"])
    }
}

/// Answers in the manner of now.
async fn answer(State(inside): State<Arc<Inside>>, request: Request, next: Next) -> Response {
    inside.asked.lock().expect("a lock").push(request.uri().path().to_owned());
    let manner = *inside.manner.lock().expect("a lock");
    match manner {
        Manner::Well => next.run(request).await,
        Manner::Silent => std::future::pending().await,
        Manner::Endless => {
            let more = || async { Some((Ok::<_, Infallible>(vec![b' '; 64 * 1024]), ())) };
            Body::from_stream(stream::unfold((), move |()| more())).into_response()
        }
        Manner::Elsewhere => Redirect::temporary(&format!("{}/elsewhere", inside.issuer)).into_response(),
        Manner::Broken => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn document(State(inside): State<Arc<Inside>>) -> Json<Value> {
    let issuer = &inside.issuer;
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/jwks"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256", "HS256"],
    }))
}

/// Sends the browser back at once: its visitor is known.
async fn authorize(State(inside): State<Arc<Inside>>, Query(asked): Query<HashMap<String, String>>) -> Redirect {
    let visitor = inside.visitor.lock().expect("a lock").clone();
    Redirect::to(&format!("{}?{}", asked["redirect_uri"], inside.promise(&asked, &visitor)))
}

async fn keys(State(inside): State<Arc<Inside>>) -> Json<Value> {
    Json(json!({"keys": [inside.key.lock().expect("a lock").public()]}))
}

/// Exchanges a code, once, for whoever has the verifier of its challenge and the client's secret.
async fn token(
    State(inside): State<Arc<Inside>>,
    headers: HeaderMap,
    Form(form): Form<HashMap<String, String>>,
) -> Result<Json<Value>, (StatusCode, Json<Value>)> {
    let refused = |why: &str| (StatusCode::BAD_REQUEST, Json(json!({ "error": why })));
    let wanted = format!("Basic {}", STANDARD.encode(format!("{CLIENT}:{}", SECRET.replace(' ', "+"))));
    let shown = headers.get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let promise = inside.promises.lock().expect("a lock").remove(&form["code"]);
    let promise = promise.ok_or_else(|| refused("invalid_grant"))?;
    let challenge = URL_SAFE_NO_PAD.encode(digest(&SHA256, form["code_verifier"].as_bytes()));
    if shown != wanted {
        return Err(refused("invalid_client"));
    }
    if challenge != promise.challenge {
        return Err(refused("invalid_grant"));
    }
    let mut answer = json!({"access_token": "none", "token_type": "Bearer", "expires_in": 300});
    let forgery = *inside.forgery.lock().expect("a lock");
    if forgery != Forgery::Missing {
        let claims = Claims {
            issuer: &inside.issuer,
            subject: &promise.subject,
            nonce: &promise.nonce,
            now: inside.now.lock().expect("a lock").unwrap_or_else(Utc::now),
        };
        answer["id_token"] = json!(id_token(&inside.key.lock().expect("a lock"), &claims, forgery));
    }
    Ok(Json(answer))
}
