//! A vault's maintenance: verified, found damaged and whole again, and pruned by its plan.

use std::fs;
use std::path::{Path, PathBuf};

use shared::item::Item;
use shared::vault::Vault;
use tests::browser::Browser;
use tests::{Client, Cofre, content, images, restic};

/// A vault with a point of one machine.
async fn with_point(cofre: &Cofre, owner: &Client) -> (Vault, Item) {
    images::raw(&cofre.place.images().join("web.raw"), &content::noise(5 * content::CHUNK, 1));
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("prod").await;
    let item = owner.protect("web", vault.id).await;
    owner.backed_up(item.id).await;
    (vault, item)
}

/// The vault's largest pack, which is data.
fn largest_pack(vault: &Vault) -> PathBuf {
    let entries = |folder: &Path| {
        let entries = fs::read_dir(folder).expect("the vault is a folder");
        entries.map(|entry| entry.expect("an entry of the vault").path())
    };
    let folders = entries(&Path::new(&vault.repository).join("data"));
    let packs = folders.flat_map(|folder| entries(&folder).collect::<Vec<_>>());
    packs.max_by_key(|pack| fs::metadata(pack).map_or(0, |about| about.len())).expect("the vault has packs")
}

/// Packs may be read-only files.
fn write_over(file: &Path, bytes: &[u8]) {
    fs::remove_file(file).expect("the file can be removed");
    fs::write(file, bytes).expect("the file can be written");
}

/// Opens the details of the only point, again when the list was drawn anew meanwhile.
const DETAILS: &str = "([...document.querySelectorAll('.points [role=menuitem]')].find(entry => entry.textContent.trim() === 'Details')?.click(), \
    document.querySelector('.details') !== null)";

#[tokio::test]
async fn should_verify_a_vault_and_say_everywhere_what_was_found() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let (vault, item) = with_point(&cofre, &owner).await;
    let browser = Browser::open(cofre.nobody().address(), (1440, 900)).await;
    browser.go(&format!("/vaults/{}", vault.id)).await;
    browser.sign_in().await;
    browser.see("Data integrity").await;
    browser.click("Maintenance").await;
    browser.click("Verify everything").await;
    browser.see("Verification of vault prod started").await;
    browser.see("Nothing is damaged").await;
    browser.expect_accessible("the maintenance of a vault that was verified").await;

    let pack = largest_pack(&vault);
    let whole = fs::read(&pack).unwrap();
    write_over(&pack, &whole[..whole.len() / 2]);
    browser.click("Verify a sample").await;
    browser.see("1 recovery point is damaged").await;
    browser.expect_accessible("the maintenance of a vault that is damaged").await;
    browser.click("Show the items").await;
    browser.click("web").await;
    browser.see("cannot be restored completely").await;
    browser.until(DETAILS).await;
    browser.see(pack.file_name().unwrap().to_str().unwrap()).await;
    browser.expect_accessible("an item that is damaged").await;
    browser.go(&format!("/items/{}/restore", item.id)).await;
    browser.see("points that are not damaged can be restored").await;
    browser.go("/").await;
    browser.see("has a damaged backup").await;

    write_over(&pack, &whole);
    browser.go(&format!("/vaults/{}/maintenance", vault.id)).await;
    browser.click("Verify everything").await;
    browser.until("document.querySelector('.say[data-state=failed]') === null").await;
    browser.go(&format!("/items/{}", item.id)).await;
    browser.see("Completed").await;
    browser.close().await;
}

#[tokio::test]
async fn should_show_what_a_prune_would_do_and_do_it() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let (vault, item) = with_point(&cofre, &owner).await;
    let first = owner.points(item.id).await.remove(0).snapshot;
    fs::write(cofre.place.images().join("web.raw"), content::noise(5 * content::CHUNK, 2)).unwrap();
    owner.backed_up(item.id).await;
    let password = owner.password(vault.id).await;
    assert!(restic::run(&password, &["forget", &first]).status.success());
    let plan: shared::maintenance::PrunePlan = owner.show(&format!("/vaults/{}/prune-plan", vault.id)).await;
    assert!(plan.freed_bytes > 0, "{plan:?}");

    let browser = Browser::open(cofre.nobody().address(), (1440, 900)).await;
    browser.go(&format!("/vaults/{}/maintenance", vault.id)).await;
    browser.sign_in().await;
    browser.click("Plan a prune").await;
    browser.see("Freed in the end").await;
    let shown =
        format!("document.querySelector('.panel').textContent.replace(/\\D/g, '').includes('{}')", plan.freed_bytes);
    browser.until(&shown).await;
    browser.expect_accessible("the plan of a prune").await;
    browser.click("Prune vault").await;
    browser.see("Prune of vault prod started").await;
    browser.see("Waiting for deletion").await;
    browser.expect_accessible("the maintenance of a vault that was pruned").await;
    browser.close().await;
    restic::check(&password);
}
