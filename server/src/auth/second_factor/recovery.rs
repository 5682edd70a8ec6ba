//! Codes for who has lost the app: as long as a key, so that a fast hash of one is safe to keep.

use anyhow::anyhow;

use crate::auth::Secret;
use crate::error::Result;

/// How many there are.
const CODES: usize = 10;
/// Letters and digits of a code: 80 bits.
const CHARS: usize = 16;
/// No letter looks like another or like a digit.
const ALPHABET: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// New codes, in groups of four.
pub(super) fn generate() -> Result<Vec<String>> {
    (0..CODES).map(|_| code()).collect()
}

fn code() -> Result<String> {
    let mut bytes = [0_u8; CHARS];
    aws_lc_rs::rand::fill(&mut bytes).map_err(|_| anyhow!("the system gives no random numbers"))?;
    let mut code = String::new();
    for (place, byte) in bytes.into_iter().enumerate() {
        if place > 0 && place % 4 == 0 {
            code.push('-');
        }
        code.push(char::from(ALPHABET[usize::from(byte % 32)]));
    }
    Ok(code)
}

/// What the database keeps of a code, however it is written.
pub(super) fn hash(code: &str) -> String {
    let plain: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    Secret::received(&plain.to_ascii_lowercase()).hash()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_be_many_and_different_and_easy_to_type() {
        let codes = generate().unwrap();
        assert_eq!(codes.iter().collect::<std::collections::HashSet<_>>().len(), CODES);
        assert!(codes.iter().all(|code| code.len() == CHARS + 3 && !code.contains(['1', 'i', 'l', 'o'])));
        assert_eq!(hash("abcd-efgh-jkmn-pqrs"), hash("ABCD EFGH JKMNPQRS"));
        assert_ne!(hash("abcd-efgh-jkmn-pqrs"), hash("abcd-efgh-jkmn-pqrt"));
    }
}
