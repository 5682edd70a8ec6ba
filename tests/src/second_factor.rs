//! An authenticator app, for who has a second factor.

use chrono::{DateTime, Utc};
use serde_json::json;
use shared::second_factor::{NewSecondFactor, RecoveryCodes};
use totp_rs::{Builder, Secret};

use crate::{Client, PASSWORD};

/// The code that the app shows at this time.
pub fn code_of(secret: &str, at: DateTime<Utc>) -> String {
    let secret = Secret::try_from_base32(secret).expect("the secret is base 32");
    let totp = Builder::new().with_secret(secret).build().expect("the secret is long enough");
    totp.generate(at.timestamp().unsigned_abs()).to_string()
}

/// Adds a second factor to the account of whoever this is; answers its secret and the recovery codes.
pub async fn with_second_factor(person: &Client, now: DateTime<Utc>) -> (String, Vec<String>) {
    let body = json!({ "password": PASSWORD });
    let new: NewSecondFactor = person.post("/account/second-factor", &body).await.body(201);
    let code = json!({ "code": code_of(&new.secret, now) });
    let made: RecoveryCodes = person.post("/account/second-factor/confirm", &code).await.body(200);
    (new.secret, made.codes)
}
