//! Codes of an authenticator app, and the secret as the app takes it. SHA-1, six digits, thirty seconds: what every app knows.

use anyhow::anyhow;
use chrono::{DateTime, Utc};
use qrcodegen::{QrCode as Code, QrCodeEcc};
use shared::second_factor::{NewSecondFactor, QrCode};
use totp_rs::{Builder, Secret, Totp};
use zeroize::Zeroizing;

use crate::error::Result;

/// Who asks for the code, as the app shows it.
const ISSUER: &str = "Cofre";

/// Light modules around the code, without which a camera does not find it.
const QUIET_ZONE: i32 = 4;

/// A new secret of 160 bits, in base 32.
pub(super) fn new_secret() -> Result<Zeroizing<String>> {
    let mut bytes = [0_u8; 20];
    aws_lc_rs::rand::fill(&mut bytes).map_err(|_| anyhow!("the system gives no random numbers"))?;
    Ok(Zeroizing::new(Secret::new(Box::new(bytes)).to_base32()))
}

fn totp(secret: &str, user: &str) -> Result<Totp> {
    let secret = Secret::try_from_base32(secret).map_err(|_| anyhow!("a second factor's secret is damaged"))?;
    let builder = Builder::new().with_secret(secret).with_account_name(user).with_issuer(Some(ISSUER));
    Ok(builder.build().map_err(|e| anyhow!("a second factor cannot be made: {e}"))?)
}

/// The step that this code belongs to, when it is right now or one step before or after.
pub(super) fn step(secret: &str, code: &str, now: DateTime<Utc>) -> Result<Option<i64>> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    let step = totp(secret, "")?.check(&digits, u64::try_from(now.timestamp()).unwrap_or_default());
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// The secret as an app takes it.
pub(super) fn show(secret: &str, user: &str) -> Result<NewSecondFactor> {
    let address = totp(secret, user)?.to_url().map_err(|e| anyhow!("a second factor cannot be shown: {e}"))?;
    let qr = qr(&address)?;
    Ok(NewSecondFactor { secret: secret.to_owned(), address, qr })
}

fn qr(text: &str) -> Result<QrCode> {
    let code = Code::encode_text(text, QrCodeEcc::Medium).map_err(|e| anyhow!("a QR code cannot be made: {e}"))?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            path.push_str(&format!("M{},{}h1v1h-1z", x + QUIET_ZONE, y + QUIET_ZONE));
        }
    }
    Ok(QrCode { modules: u32::try_from(code.size() + 2 * QUIET_ZONE).unwrap_or_default(), path })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of the examples in RFC 6238, appendix B.
    const EXAMPLE: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn should_take_the_codes_of_the_document() {
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")] {
            assert_eq!(step(EXAMPLE, code, at(seconds)).unwrap(), Some(seconds / 30));
        }
    }

    #[test]
    fn should_take_a_code_a_step_too_early_or_too_late_and_no_other() {
        for (seconds, taken) in [(0, true), (89, true), (90, false), (149, false)] {
            assert_eq!(step(EXAMPLE, "287 082", at(seconds)).unwrap().is_some(), taken, "{seconds}");
        }
        for wrong in ["", "28708", "2870822", "abcdef", "２８７０８２"] {
            assert_eq!(step(EXAMPLE, wrong, at(59)).unwrap(), None, "{wrong}");
        }
    }

    #[test]
    fn should_show_what_an_app_reads() {
        let secret = new_secret().unwrap();
        let shown = show(&secret, "anna@example.org").unwrap();
        assert!(shown.address.starts_with("otpauth://totp/Cofre:anna%40example.org?"), "{}", shown.address);
        assert!(shown.address.contains(&format!("secret={}", &*secret)));
        assert!(shown.qr.modules >= 29 && shown.qr.path.starts_with("M4,4h1v1h-1z"));
    }
}
