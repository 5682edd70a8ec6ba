//! Six digits for people to read from a screen and to type.

use anyhow::anyhow;
use shared::screen::CODE_DIGITS;

use crate::error::Result;

/// A code from the system's generator. It is no secret: it only finds a screen, for a few minutes.
pub(super) fn generate() -> Result<String> {
    let mut bytes = [0_u8; 8];
    aws_lc_rs::rand::fill(&mut bytes).map_err(|_| anyhow!("the system gives no random numbers"))?;
    let codes = 10_u64.pow(u32::try_from(CODE_DIGITS).unwrap_or_default());
    Ok(format!("{:0width$}", u64::from_le_bytes(bytes) % codes, width = CODE_DIGITS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_have_six_digits_whatever_the_number() {
        for _ in 0..200 {
            let code = generate().unwrap();
            assert_eq!(shared::screen::code_digits(&code), Some(code));
        }
    }
}
