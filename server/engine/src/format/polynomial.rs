//! The chunker polynomial that a restic config must hold: random, of degree 53, irreducible over GF(2).
//!
//! Our chunks lie on a fixed grid and never use it; restic refuses a config without one, and uses it for its own backups.

use aws_lc_rs::rand;

use crate::format::FormatError;

const DEGREE: u32 = 53;

/// Draws until one is irreducible: one in thirteen is.
pub(crate) fn random() -> Result<u64, FormatError> {
    loop {
        let mut bytes = [0; 8];
        rand::fill(&mut bytes).map_err(|_| FormatError::Crypto)?;
        let candidate = (u64::from_le_bytes(bytes) & ((1 << DEGREE) - 1)) | (1 << DEGREE) | 1;
        if is_irreducible(candidate) {
            return Ok(candidate);
        }
    }
}

/// Rabin's test. The degree is prime, so that `f` is irreducible exactly when it divides `x^(2^53) - x` and has no root:
/// `f(0)` is the last bit, `f(1)` the parity of all.
fn is_irreducible(f: u64) -> bool {
    if f & 1 == 0 || f.count_ones().is_multiple_of(2) {
        return false;
    }
    let mut power = 2;
    for _ in 0..DEGREE {
        power = multiply(power, power, f);
    }
    power == 2
}

/// `a · b` modulo `f`, all of them polynomials with one coefficient a bit.
fn multiply(mut a: u64, mut b: u64, f: u64) -> u64 {
    let mut product = 0;
    while b != 0 {
        if b & 1 == 1 {
            product ^= a;
        }
        b >>= 1;
        a <<= 1;
        if a >> DEGREE & 1 == 1 {
            a ^= f;
        }
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_polynomials_that_restic_documents_are_irreducible() {
        assert!(is_irreducible(0x003D_A335_8B4D_C173));
        assert!(is_irreducible(0x0025_B468_838D_CB75));
    }

    #[test]
    fn one_bit_more_or_less_mostly_is_not() {
        let reducible = (0..53).filter(|bit| !is_irreducible(0x003D_A335_8B4D_C173 ^ (1 << bit))).count();
        assert!(reducible > 40);
    }
}
