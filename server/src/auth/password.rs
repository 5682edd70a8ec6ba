//! Passwords of people: argon2id, off the async workers, two at a time so that sign-ins cannot take all memory.

use std::sync::LazyLock;

use anyhow::{Context as _, anyhow};
use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use shared::auth::PASSWORD_CHARS_MIN;
use shared::problem::FieldReason;
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use crate::error::{Result, invalid};

static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// Longer ones are refused before they cost anything.
const PASSWORD_BYTES_MAX: usize = 1024;

/// A hash that no password has: verifying against it takes the time of a real one, so that unknown names cannot be told from known ones.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash_now("nobody has this password").unwrap_or_default());

/// 19 MiB, two passes: OWASP's first recommendation for argon2id.
fn argon2() -> Result<Argon2<'static>> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(|e| anyhow!("argon2: {e}"))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash_now(password: &str) -> Result<String> {
    let mut salt = [0_u8; 16];
    aws_lc_rs::rand::fill(&mut salt).map_err(|_| anyhow!("the system gives no random numbers"))?;
    let salt = SaltString::encode_b64(&salt).map_err(|e| anyhow!("argon2: {e}"))?;
    Ok(argon2()?.hash_password(password.as_bytes(), &salt).map_err(|e| anyhow!("argon2: {e}"))?.to_string())
}

/// The hash to keep of a new password, when it is long enough.
pub(super) async fn hash(password: &str) -> Result<String> {
    if password.chars().count() < PASSWORD_CHARS_MIN {
        return Err(invalid("password", FieldReason::PasswordTooShort { min: PASSWORD_CHARS_MIN }));
    }
    if password.len() > PASSWORD_BYTES_MAX {
        return Err(invalid("password", FieldReason::Refused));
    }
    let password = Zeroizing::new(password.to_owned());
    let _turn = AT_ONCE.acquire().await.context("no more turns")?;
    tokio::task::spawn_blocking(move || hash_now(&password)).await?
}

/// Whether the password is the one of this hash; without a hash it takes as long and is wrong.
pub(super) async fn verify(password: &str, hash: Option<String>) -> Result<bool> {
    if password.len() > PASSWORD_BYTES_MAX {
        return Ok(false);
    }
    let password = Zeroizing::new(password.to_owned());
    let _turn = AT_ONCE.acquire().await.context("no more turns")?;
    tokio::task::spawn_blocking(move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.clone());
        let parsed = PasswordHash::new(&hash).map_err(|e| anyhow!("a password's hash cannot be read: {e}"))?;
        Ok(argon2()?.verify_password(password.as_bytes(), &parsed).is_ok() && known)
    })
    .await?
}
