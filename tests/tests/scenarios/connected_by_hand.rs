//! `cofre admin connect-vault` on a machine that has nothing but the vault's folder and its password.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use shared::item::Item;
use shared::machine::DiskFormat;
use shared::vault::VaultPassword;
use tests::{Cofre, NORTH, Place, content, folder_of, images};

use crate::program;

fn connect(place: &Place, folder: &str, password: &Path) -> Output {
    let mut program = Command::new(program::path());
    program.args(["admin", "connect-vault", "--location", NORTH, "--folder", folder, "--password-file"]).arg(password);
    program.arg("--config").arg(place.config_file("")).output().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn should_bring_a_vault_to_another_machine() {
    let lost = Cofre::start().await;
    let owner = lost.owner().await;
    images::raw(&lost.place.images().join("web.raw"), &content::disk(1));
    owner.add_host("rack", &lost.place.images()).await;
    let vault = owner.add_vault("prod").await.id;
    let item = owner.protect("web", vault).await.id;
    let point = owner.backed_up(item).await;
    lost.write_catalogues().await;
    let password = owner.password(vault).await;
    let place = Place::new();
    fs::create_dir_all(place.storage(NORTH)).unwrap();
    let lost = lost.stop().await;
    fs::rename(&password.repository, place.storage(NORTH).join(folder_of(&password))).unwrap();
    drop(lost);
    let file = place.path("password");
    fs::write(&file, "another one\n").unwrap();
    let refused = connect(&place, folder_of(&password), &file);
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(!refused.status.success() && said.contains("The password does not open the vault."), "{said}");
    fs::write(&file, format!("{}\n", password.password)).unwrap();
    let connected = connect(&place, folder_of(&password), &file);
    let said = String::from_utf8(connected.stderr).unwrap();
    assert!(connected.status.success() && said.contains("prod is connected, with 1 recovery points"), "{said}");
    let again = connect(&place, folder_of(&password), &file);
    assert!(String::from_utf8(again.stderr).unwrap().contains("connected to this server already"));
    shows_the_catalogue(&place, &password, &file);
    let cofre = Cofre::start_on(place, |_| {}).await.unwrap();
    let owner = cofre.owner().await;
    let items: Vec<Item> = owner.list("/items").await;
    assert_eq!(items.iter().map(|item| (item.id, item.recovery_points)).collect::<Vec<_>>(), [(item, 1)]);
    let folder = owner.restored(point.id, &cofre.place.restores(), "back", DiskFormat::Raw).await;
    assert!(fs::read(folder.join("web.raw")).unwrap() == content::disk(1));
}

/// `cofre vault catalogue` prints what the vault says of itself.
fn shows_the_catalogue(place: &Place, vault: &VaultPassword, password: &Path) {
    let mut program = Command::new(program::path());
    program.args(["vault", "catalogue", "--repo"]).arg(place.storage(NORTH).join(folder_of(vault)));
    let shown = program.arg("--password-file").arg(password).output().unwrap();
    let text = String::from_utf8(shown.stdout).unwrap();
    assert!(shown.status.success() && text.contains("vault.json") && text.contains("\"DefaultPolicy\""), "{text}");
}
