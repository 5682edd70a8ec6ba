//! Sealing: AES-256 in counter mode, authenticated by Poly1305-AES. `IV(16) ‖ ciphertext ‖ MAC(16)`.
//!
//! AES comes from aws-lc (assembler with AES-NI or VAES), Poly1305 from the crate `poly1305` (AVX2): the fastest of the
//! well-kept implementations, both far above what zstd leaves to do.

use aws_lc_rs::cipher::{AES_128, AES_256, EncryptingKey, EncryptionContext, UnboundCipherKey};
use aws_lc_rs::iv::FixedLength;
use aws_lc_rs::rand;
use poly1305::universal_hash::{KeyInit, UniversalHash};
use poly1305::{Block, Poly1305};
use zeroize::Zeroizing;

use crate::format::{FormatError, MasterKey};

/// What sealing adds to the plain bytes: the IV before, the MAC behind.
pub const SEAL_BYTES: usize = IV_BYTES + MAC_BYTES;
const IV_BYTES: usize = 16;
const MAC_BYTES: usize = 16;

/// Seals and opens with one key. The key schedules are expanded once; many threads may use it at the same time.
pub struct Sealer {
    stream: EncryptingKey,
    nonce: EncryptingKey,
    r: Zeroizing<[u8; 16]>,
}

impl Sealer {
    /// Expands the key.
    pub fn new(key: &MasterKey) -> Result<Self, FormatError> {
        let stream = UnboundCipherKey::new(&AES_256, key.encrypt()).and_then(EncryptingKey::ctr);
        let nonce = UnboundCipherKey::new(&AES_128, key.mac_k()).and_then(EncryptingKey::ecb);
        Ok(Sealer {
            stream: stream.map_err(|_| FormatError::Crypto)?,
            nonce: nonce.map_err(|_| FormatError::Crypto)?,
            r: Zeroizing::new(*key.mac_r()),
        })
    }

    /// Appends the sealed form of `plain` to `out`: [`SEAL_BYTES`] longer than `plain`. On an error `out` is as before.
    pub fn seal_into(&self, plain: &[u8], out: &mut Vec<u8>) -> Result<(), FormatError> {
        let start = out.len();
        let sealed = self.append(plain, out, start);
        if sealed.is_err() {
            out.truncate(start);
        }
        sealed
    }

    fn append(&self, plain: &[u8], out: &mut Vec<u8>, start: usize) -> Result<(), FormatError> {
        let mut iv = [0; IV_BYTES];
        rand::fill(&mut iv).map_err(|_| FormatError::Crypto)?;
        out.extend_from_slice(&iv);
        out.extend_from_slice(plain);
        let cipher = out.get_mut(start + IV_BYTES..).ok_or(FormatError::Crypto)?;
        self.apply_stream(iv, cipher)?;
        let mac = self.mac(iv, cipher)?;
        out.extend_from_slice(&mac);
        Ok(())
    }

    /// Opens in place: answers the plain bytes, a part of `sealed`.
    pub fn open_in_place<'a>(&self, sealed: &'a mut [u8]) -> Result<&'a mut [u8], FormatError> {
        let too_short = FormatError::TooShort { what: "sealed bytes" };
        let (iv, rest) = sealed.split_first_chunk_mut::<IV_BYTES>().ok_or(too_short.clone())?;
        let (cipher, mac) = rest.split_last_chunk_mut::<MAC_BYTES>().ok_or(too_short)?;
        let expected = self.mac(*iv, cipher)?;
        aws_lc_rs::constant_time::verify_slices_are_equal(&expected, &mac[..])
            .map_err(|_| FormatError::NotAuthentic)?;
        self.apply_stream(*iv, cipher)?;
        Ok(cipher)
    }

    /// Counter mode: the same call encrypts and decrypts.
    fn apply_stream(&self, iv: [u8; IV_BYTES], bytes: &mut [u8]) -> Result<(), FormatError> {
        if bytes.is_empty() {
            return Ok(());
        }
        let context = EncryptionContext::Iv128(FixedLength::from(iv));
        self.stream.less_safe_encrypt(bytes, context).map(|_| ()).map_err(|_| FormatError::Crypto)
    }

    /// Poly1305 with the key `r ‖ AES(k, nonce)`; the crate masks `r`.
    fn mac(&self, nonce: [u8; IV_BYTES], cipher: &[u8]) -> Result<[u8; MAC_BYTES], FormatError> {
        let mut key = Zeroizing::new([0; 32]);
        key[..16].copy_from_slice(&self.r[..]);
        key[16..].copy_from_slice(&nonce);
        self.nonce.encrypt(&mut key[16..]).map_err(|_| FormatError::Crypto)?;
        let mut hash = Poly1305::new((&*key).into());
        let (blocks, tail) = Block::slice_as_chunks(cipher);
        hash.update(blocks);
        Ok(hash.compute_unpadded(tail).into())
    }
}
