//! The key that seals the vaults' passwords in the database: AES-256-GCM, in a file of its own that nobody else may read.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, bail, ensure};
use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use uuid::Uuid;
use zeroize::Zeroizing;

const KEY_BYTES: usize = 32;

/// The key, opened.
pub struct MasterKey {
    key: RandomizedNonceKey,
}

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MasterKey")
    }
}

impl MasterKey {
    /// Reads the key file. When it is not there it is made, unless `sealed` says that the database holds passwords that only the lost key opens.
    pub fn open(path: &Path, sealed: bool) -> anyhow::Result<Self> {
        let bytes = match File::open(path) {
            Ok(file) => read(file, path)?,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound && !sealed => make(path)?,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => bail!(
                "the master key {} is not there, and the database holds passwords that it seals; bring it back from your backup",
                path.display()
            ),
            Err(e) => return Err(anyhow!(e).context(format!("cannot read the master key {}", path.display()))),
        };
        let key =
            RandomizedNonceKey::new(&AES_256_GCM, &bytes).map_err(|_| anyhow!("the master key has a wrong length"))?;
        Ok(Self { key })
    }

    /// Makes the key that a rotation is to bring, beside the present one. One that an earlier rotation left is made anew: nothing is sealed with it.
    pub fn make_next(path: &Path) -> anyhow::Result<Self> {
        let next = next(path);
        if next.exists() {
            std::fs::remove_file(&next).with_context(|| format!("cannot remove {}", next.display()))?;
        }
        Self::open(&next, false)
    }

    /// Reads the key that an interrupted rotation left.
    pub fn open_next(path: &Path) -> anyhow::Result<Self> {
        Self::open(&next(path), true)
    }

    /// Puts the key of a rotation in the place of the present one.
    pub fn promote_next(path: &Path) -> anyhow::Result<()> {
        std::fs::rename(next(path), path).with_context(|| format!("cannot write {}", path.display()))?;
        sync_folder(path)
    }

    /// Seals a vault's password or a user's second factor. The owner's id is bound to it, so that one row's secret does not open as another's.
    pub fn seal(&self, owner: Uuid, secret: &str) -> anyhow::Result<String> {
        let mut bytes = Zeroizing::new(secret.as_bytes().to_vec());
        let nonce = self
            .key
            .seal_in_place_append_tag(Aad::from(owner.into_bytes()), &mut *bytes)
            .map_err(|_| anyhow!("a secret cannot be sealed"))?;
        Ok(STANDARD.encode([nonce.as_ref().as_slice(), &bytes].concat()))
    }

    /// Opens a sealed secret.
    pub fn unseal(&self, owner: Uuid, sealed: &str) -> anyhow::Result<Zeroizing<String>> {
        let wrong = || anyhow!("a sealed secret cannot be opened: it is damaged, or the master key is another one");
        let bytes = STANDARD.decode(sealed).map_err(|_| wrong())?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE_LEN).ok_or_else(wrong)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| wrong())?;
        let mut sealed = Zeroizing::new(sealed.to_vec());
        let plain = self.key.open_in_place(nonce, Aad::from(owner.into_bytes()), &mut sealed).map_err(|_| wrong())?;
        Ok(Zeroizing::new(std::str::from_utf8(plain).map_err(|_| wrong())?.to_owned()))
    }
}

fn next(path: &Path) -> PathBuf {
    path.with_added_extension("next")
}

fn read(mut file: File, path: &Path) -> anyhow::Result<Zeroizing<Vec<u8>>> {
    let mode = file.metadata()?.permissions().mode() & 0o777;
    ensure!(
        mode & !0o600 == 0,
        "the master key {} has mode {mode:o}; nobody but its owner may read it: chmod 600",
        path.display()
    );
    let mut text = Zeroizing::new(String::new());
    file.read_to_string(&mut text).with_context(|| format!("cannot read the master key {}", path.display()))?;
    let bytes = Zeroizing::new(STANDARD.decode(text.trim()).unwrap_or_default());
    ensure!(bytes.len() == KEY_BYTES, "{} is not a master key", path.display());
    Ok(bytes)
}

fn make(path: &Path) -> anyhow::Result<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(vec![0_u8; KEY_BYTES]);
    aws_lc_rs::rand::fill(&mut bytes).map_err(|_| anyhow!("the system gives no random numbers"))?;
    if let Some(folder) = path.parent() {
        let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
        made.with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let options = File::options().write(true).create_new(true).mode(0o600).open(path);
    let mut file = options.with_context(|| format!("cannot make the master key {}", path.display()))?;
    file.write_all(STANDARD.encode(&*bytes).as_bytes())?;
    file.write_all(b"\n")?;
    file.sync_all()?;
    sync_folder(path)?;
    Ok(bytes)
}

/// Makes the file's name durable.
fn sync_folder(path: &Path) -> anyhow::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .with_context(|| format!("cannot write {}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_open_what_it_sealed_for_the_same_vault_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/master.key");
        let vault = Uuid::from_u128(1);
        let sealed = MasterKey::open(&path, false).unwrap().seal(vault, "secret").unwrap();
        let again = MasterKey::open(&path, true).unwrap();
        assert_eq!(*again.unseal(vault, &sealed).unwrap(), "secret");
        assert!(again.unseal(Uuid::from_u128(2), &sealed).is_err());
        assert!(again.unseal(vault, "AAAA").is_err());
    }

    #[test]
    fn should_not_make_a_key_anew_when_something_is_sealed() {
        let folder = tempfile::tempdir().unwrap();
        assert!(MasterKey::open(&folder.path().join("lost.key"), true).is_err());
    }

    #[test]
    fn should_refuse_a_key_that_others_may_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");
        MasterKey::open(&path, false).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
        let error = MasterKey::open(&path, true).unwrap_err();
        assert!(error.to_string().contains("chmod 600"), "{error}");
    }
}
