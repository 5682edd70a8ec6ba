//! The master key, and the key files that wrap it per password.

use aws_lc_rs::rand;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::format::{FormatError, Sealer};

/// A key file asks for memory (`128 · N · r` bytes) and time; more than this is refused rather than tried.
const KDF_MEMORY_BYTES_MAX: u64 = 1 << 30;
const KDF_PARALLEL_MAX: u32 = 64;
const SALT_BYTES: usize = 64;

/// The keys of a vault: 32 bytes of AES-256, 16 of AES-128 and 16 of Poly1305 for the authentication code.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct MasterKey {
    encrypt: [u8; 32],
    mac_k: [u8; 16],
    mac_r: [u8; 16],
}

impl MasterKey {
    /// A new random key.
    pub fn generate() -> Result<Self, FormatError> {
        let mut bytes = Zeroizing::new([0; 64]);
        rand::fill(&mut bytes[..]).map_err(|_| FormatError::Crypto)?;
        Ok(MasterKey::from_bytes(&bytes))
    }

    /// In the order that scrypt's output has: encryption key, then k, then r.
    fn from_bytes(bytes: &[u8; 64]) -> Self {
        let mut key = MasterKey { encrypt: [0; 32], mac_k: [0; 16], mac_r: [0; 16] };
        key.encrypt.copy_from_slice(&bytes[..32]);
        key.mac_k.copy_from_slice(&bytes[32..48]);
        key.mac_r.copy_from_slice(&bytes[48..]);
        key
    }

    pub(crate) fn encrypt(&self) -> &[u8; 32] {
        &self.encrypt
    }

    pub(crate) fn mac_k(&self) -> &[u8; 16] {
        &self.mac_k
    }

    pub(crate) fn mac_r(&self) -> &[u8; 16] {
        &self.mac_r
    }
}

/// How expensive it is to try a password: scrypt's parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfCost {
    /// The base-2 logarithm of scrypt's `N`.
    pub log_n: u8,
    /// scrypt's `r`.
    pub r: u32,
    /// scrypt's `p`.
    pub p: u32,
}

impl Default for KdfCost {
    /// N = 32768, r = 8, p = 5: restic's own default.
    fn default() -> Self {
        KdfCost { log_n: 15, r: 8, p: 5 }
    }
}

/// A file in `keys/`: plain JSON, the master key in it sealed under the password.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeyFile {
    created: DateTime<Utc>,
    #[serde(default)]
    username: String,
    #[serde(default)]
    hostname: String,
    kdf: String,
    #[serde(rename = "N")]
    n: u64,
    r: u32,
    p: u32,
    salt: String,
    data: String,
}

#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
struct KeyJson {
    mac: MacJson,
    encrypt: String,
}

#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
struct MacJson {
    k: String,
    r: String,
}

impl KeyFile {
    /// Wraps `master` under `password`; `who` is the user and the host that the file names.
    pub fn wrap(
        master: &MasterKey,
        password: &str,
        cost: KdfCost,
        created: DateTime<Utc>,
        who: (&str, &str),
    ) -> Result<Self, FormatError> {
        let mut salt = [0; SALT_BYTES];
        rand::fill(&mut salt).map_err(|_| FormatError::Crypto)?;
        let json = KeyJson {
            mac: MacJson { k: STANDARD.encode(master.mac_k), r: STANDARD.encode(master.mac_r) },
            encrypt: STANDARD.encode(master.encrypt),
        };
        let plain = Zeroizing::new(serde_json::to_vec(&json).map_err(|_| FormatError::Crypto)?);
        let mut data = Vec::new();
        Sealer::new(&derive(password, &salt, cost)?)?.seal_into(&plain, &mut data)?;
        Ok(KeyFile {
            created,
            username: who.0.to_owned(),
            hostname: who.1.to_owned(),
            kdf: "scrypt".to_owned(),
            n: 1 << cost.log_n,
            r: cost.r,
            p: cost.p,
            salt: STANDARD.encode(salt),
            data: STANDARD.encode(data),
        })
    }

    /// Unwraps the master key. [`FormatError::NotAuthentic`] means: another password (or a changed file).
    pub fn unwrap_with(&self, password: &str) -> Result<MasterKey, FormatError> {
        let salt = decode("key file's salt", &self.salt)?;
        let mut data = Zeroizing::new(decode("key file's data", &self.data)?);
        let user = derive(password, &salt, self.cost()?)?;
        let plain = Sealer::new(&user)?.open_in_place(&mut data)?;
        let json: KeyJson =
            serde_json::from_slice(plain).map_err(|error| FormatError::malformed("master key", error))?;
        let mut bytes = Zeroizing::new([0; 64]);
        let parts = [(&json.encrypt, 0..32), (&json.mac.k, 32..48), (&json.mac.r, 48..64)];
        for (text, range) in parts {
            let part = Zeroizing::new(decode("master key", text)?);
            let place = &mut bytes[range];
            if part.len() != place.len() {
                return Err(FormatError::malformed("master key", "wrong length"));
            }
            place.copy_from_slice(&part);
        }
        Ok(MasterKey::from_bytes(&bytes))
    }

    /// The parameters, refused when they are no valid scrypt parameters or ask for too much.
    fn cost(&self) -> Result<KdfCost, FormatError> {
        let refused = |why: &str| FormatError::malformed("key file", why);
        if self.kdf != "scrypt" {
            return Err(refused("its key derivation is not scrypt"));
        }
        if !self.n.is_power_of_two() || self.n < 2 || self.r == 0 || self.p == 0 {
            return Err(refused("its scrypt parameters are invalid"));
        }
        let memory = self.n.saturating_mul(u64::from(self.r)).saturating_mul(128);
        if memory > KDF_MEMORY_BYTES_MAX || self.p > KDF_PARALLEL_MAX {
            return Err(refused("its scrypt parameters ask for too much memory or time"));
        }
        let log_n = u8::try_from(self.n.trailing_zeros()).map_err(|_| FormatError::Crypto)?;
        Ok(KdfCost { log_n, r: self.r, p: self.p })
    }
}

fn decode(what: &'static str, text: &str) -> Result<Vec<u8>, FormatError> {
    STANDARD.decode(text).map_err(|error| FormatError::malformed(what, error))
}

fn derive(password: &str, salt: &[u8], cost: KdfCost) -> Result<MasterKey, FormatError> {
    let params = scrypt::Params::new(cost.log_n, cost.r, cost.p)
        .map_err(|error| FormatError::malformed("scrypt parameters", error))?;
    let mut bytes = Zeroizing::new([0; 64]);
    scrypt::scrypt(password.as_bytes(), salt, &params, &mut bytes[..]).map_err(|_| FormatError::Crypto)?;
    Ok(MasterKey::from_bytes(&bytes))
}
