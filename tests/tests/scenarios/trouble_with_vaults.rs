//! Vaults that cannot be reached, opened or read: a clear problem, and nothing that was backed up is lost.

use std::fs;
use std::path::{Path, PathBuf};

use shared::job::{Job, JobError, JobState};
use shared::machine::DiskFormat;
use shared::problem::Code;
use shared::recovery_point::RecoveryPoint;
use shared::vault::{Vault, VaultState};
use tests::{Client, Cofre, NORTH, OWNER, all_disks, content, images, restic};

/// A server with a machine that has a point.
async fn with_point() -> (Cofre, Client, Vault, RecoveryPoint) {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    images::raw(&cofre.place.images().join("web.raw"), &content::disk(1));
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("prod").await;
    let item = owner.protect("web", vault.id).await.id;
    let point = owner.backed_up(item).await;
    (cofre, owner, vault, point)
}

/// The server begun anew, so that no vault is open.
async fn again(cofre: Cofre) -> (Cofre, Client) {
    let cofre = Cofre::start_on(cofre.stop().await, |_| {}).await.unwrap();
    let owner = cofre.nobody().sign_in(OWNER).await;
    (cofre, owner)
}

async fn fails(owner: &Client, job: Job, code: Code) -> JobError {
    let JobState::Failed { error, .. } = owner.ended(job.id).await.state else { panic!("it did not fail") };
    assert_eq!(error.code, code, "{error:?}");
    assert!(!error.cause.is_empty());
    error
}

async fn restores(cofre: &Cofre, owner: &Client, point: &RecoveryPoint, folder: &str) {
    let folder = owner.restored(point.id, &cofre.place.restores(), folder, DiskFormat::Raw).await;
    assert!(fs::read(folder.join("web.raw")).unwrap() == content::disk(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_say_that_the_vault_is_not_where_it_was() {
    let (cofre, _, vault, point) = with_point().await;
    let (cofre, owner) = again(cofre).await;
    let away = cofre.place.path("away");
    fs::rename(&vault.repository, &away).unwrap();
    fails(&owner, owner.back_up(point.item_id).await, Code::VaultUnreachable).await;
    let request = all_disks(&cofre.place.restores(), "gone", DiskFormat::Raw);
    let restore: Job = owner.ask_restore(point.id, &request).await.body(202);
    fails(&owner, restore, Code::VaultUnreachable).await;
    fs::rename(&away, &vault.repository).unwrap();
    restores(&cofre, &owner, &point, "back").await;
    owner.backed_up(point.item_id).await;
}

/// The folder holds another vault: the password that the server keeps does not open it, and it is left as it is.
#[tokio::test(flavor = "multi_thread")]
async fn should_say_that_the_password_does_not_open_the_vault() {
    let (cofre, owner, vault, point) = with_point().await;
    let other = owner.add_vault("other").await;
    let (cofre, owner) = again(cofre).await;
    let away = cofre.place.path("away");
    fs::rename(&vault.repository, &away).unwrap();
    fs::rename(&other.repository, &vault.repository).unwrap();
    fails(&owner, owner.back_up(point.item_id).await, Code::VaultWrongPassword).await;
    fs::rename(&vault.repository, &other.repository).unwrap();
    fs::rename(&away, &vault.repository).unwrap();
    restic::check(&owner.password(other.id).await);
    restores(&cofre, &owner, &point, "back").await;
}

/// The seal does not open: the master key is another one. With the right one everything is there again.
#[tokio::test(flavor = "multi_thread")]
async fn should_say_that_the_sealed_password_does_not_open() {
    let (cofre, _, _, point) = with_point().await;
    let (place, stranger) = (cofre.stop().await, Cofre::start().await.stop().await);
    let kept = place.path("kept.key");
    fs::copy(place.master_key(), &kept).unwrap();
    fs::copy(stranger.master_key(), place.master_key()).unwrap();
    let cofre = Cofre::start_on(place, |_| {}).await.unwrap();
    let owner = cofre.nobody().sign_in(OWNER).await;
    let error = fails(&owner, owner.back_up(point.item_id).await, Code::VaultWrongPassword).await;
    assert!(error.cause.contains("sealed") && error.cause.contains("master key"), "{error:?}");
    let place = cofre.stop().await;
    fs::copy(&kept, place.master_key()).unwrap();
    let cofre = Cofre::start_on(place, |_| {}).await.unwrap();
    let owner = cofre.nobody().sign_in(OWNER).await;
    restores(&cofre, &owner, &point, "back").await;
}

/// A pack that lost its end: the restore says so and leaves nothing that looks like a disk; the rest is not touched.
#[tokio::test(flavor = "multi_thread")]
async fn should_say_that_a_part_of_the_vault_is_damaged() {
    let (cofre, _, vault, point) = with_point().await;
    let packs = files_below(&Path::new(&vault.repository).join("data"));
    let (cofre, owner) = again(cofre).await;
    let whole: Vec<_> = packs.iter().map(|pack| (pack, fs::read(pack).unwrap())).collect();
    for (pack, bytes) in &whole {
        write_over(pack, &vec![0; bytes.len() / 2]);
    }
    let request = all_disks(&cofre.place.restores(), "damaged", DiskFormat::Raw);
    let restore: Job = owner.ask_restore(point.id, &request).await.body(202);
    fails(&owner, restore, Code::VaultDamaged).await;
    assert_eq!(fs::read_dir(cofre.place.restores()).unwrap().count(), 0);
    for (pack, bytes) in &whole {
        write_over(pack, bytes);
    }
    let (cofre, owner) = again(cofre).await;
    restores(&cofre, &owner, &point, "back").await;
    restic::check(&owner.password(vault.id).await);
}

/// Packs may be read-only files.
fn write_over(file: &Path, bytes: &[u8]) {
    fs::remove_file(file).unwrap();
    fs::write(file, bytes).unwrap();
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn should_say_that_a_vault_could_not_be_made_and_let_it_be_deleted() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let storage = cofre.place.storage(NORTH);
    fs::remove_dir(&storage).unwrap();
    fs::write(&storage, "a file where the folder was").unwrap();
    let job: Job = owner.post("/vaults", &owner.new_vault("prod", NORTH).await).await.body(202);
    let id = job.vault.as_ref().unwrap().id;
    fails(&owner, job, Code::VaultUnreachable).await;
    let failed = owner.vault(id).await;
    assert_eq!(failed.state, VaultState::CreationFailed { code: Code::VaultUnreachable });
    images::raw(&cofre.place.images().join("web.raw"), &content::disk(1));
    owner.add_host("rack", &cofre.place.images()).await;
    let machine = owner.machine("web").await.id;
    let request = shared::machine::EnableBackup { vault_id: id, policy_id: owner.default_policy(id).await.id };
    owner.post(&format!("/machines/{machine}/protection"), &request).await.problem(Code::VaultNotReady);
    fs::remove_file(&storage).unwrap();
    fs::create_dir(&storage).unwrap();
    owner.delete(&format!("/vaults/{id}")).await.is(204);
    owner.add_vault("prod").await;
}
