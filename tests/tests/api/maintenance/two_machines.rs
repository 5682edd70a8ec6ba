//! A vault with a point of each of two machines, and what can happen to its files.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use shared::id::ItemId;
use shared::job::Job;
use shared::maintenance::{Maintenance, VerifyScope};
use shared::vault::Vault;
use tests::{Client, Cofre, Place, content, images};

/// Two machines whose data has nothing in common.
pub(super) struct TwoMachines {
    pub(super) cofre: Cofre,
    pub(super) owner: Client,
    pub(super) vault: Vault,
    pub(super) web: ItemId,
    pub(super) mail: ItemId,
    /// The packs of web's point.
    pub(super) packs_of_web: Vec<PathBuf>,
}

impl TwoMachines {
    pub(super) async fn new() -> Self {
        Self::on(Place::new()).await
    }

    pub(super) async fn on(place: Place) -> Self {
        let cofre = Cofre::start_on(place, |_| {}).await.unwrap();
        let owner = cofre.owner().await;
        images::raw(&cofre.place.images().join("web.raw"), &content::noise(5 * content::CHUNK, 1));
        // Of another size: disks of one size share the file that says how they are cut.
        images::raw(&cofre.place.images().join("mail.raw"), &content::noise(3 * content::CHUNK, 2));
        owner.add_host("rack", &cofre.place.images()).await;
        let vault = owner.add_vault("prod").await;
        let web = owner.protect("web", vault.id).await.id;
        let mail = owner.protect("mail", vault.id).await.id;
        owner.backed_up(web).await;
        let packs_of_web = packs(&vault);
        owner.backed_up(mail).await;
        Self { cofre, owner, vault, web, mail, packs_of_web }
    }

    /// Begins a verification.
    pub(super) async fn begin(&self, scope: VerifyScope) -> Job {
        let route = format!("/vaults/{}/verify", self.vault.id);
        self.owner.post(&route, &json!({ "scope": scope })).await.body(202)
    }

    /// Verifies to the end, whatever it is.
    pub(super) async fn verified(&self, scope: VerifyScope) -> Job {
        let job = self.begin(scope).await;
        self.owner.ended(job.id).await
    }

    /// How the vault is looked after.
    pub(super) async fn maintenance(&self) -> Maintenance {
        self.maintenance_as(&self.owner).await
    }

    /// The same, asked by this one.
    pub(super) async fn maintenance_as(&self, client: &Client) -> Maintenance {
        client.show(&format!("/vaults/{}/maintenance", self.vault.id)).await
    }

    /// Changes a byte in the middle of web's largest pack, which is data of web's disk; answers the pack, and what it was.
    pub(super) fn hurt_web(&self) -> (PathBuf, Vec<u8>) {
        let size = |pack: &&PathBuf| fs::metadata(pack).unwrap().len();
        let pack = self.packs_of_web.iter().max_by_key(size).unwrap().clone();
        let whole = fs::read(&pack).unwrap();
        let mut bytes = whole.clone();
        bytes[whole.len() / 2] ^= 0x20;
        write_over(&pack, &bytes);
        (pack, whole)
    }
}

/// Packs may be read-only files.
pub(super) fn write_over(file: &Path, bytes: &[u8]) {
    fs::remove_file(file).unwrap();
    fs::write(file, bytes).unwrap();
}

/// The vault's packs.
pub(super) fn packs(vault: &Vault) -> Vec<PathBuf> {
    let folders = fs::read_dir(Path::new(&vault.repository).join("data")).unwrap();
    let files = folders.flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap());
    files.map(|file| file.unwrap().path()).collect()
}

/// The bytes of all packs.
pub(super) fn pack_bytes(vault: &Vault) -> u64 {
    packs(vault).iter().map(|pack| fs::metadata(pack).unwrap().len()).sum()
}
