//! Catalogues: written when something changed, not when nothing did, and without a secret in them.

use std::time::Duration;

use shared::event::{Event, Topic};
use tests::{Client, Cofre, content, images, restic};

async fn with_item() -> (Cofre, Client, shared::vault::Vault) {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    images::raw(&cofre.place.images().join("web.raw"), &content::disk(1));
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("prod").await;
    let item = owner.protect("web", vault.id).await.id;
    owner.backed_up(item).await;
    (cofre, owner, vault)
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_written_by_itself_soon_after_a_change() {
    let cofre = Cofre::start_with(|config| config.patience.catalogue = Duration::from_millis(20)).await;
    let owner = cofre.owner().await;
    let mut live = owner.live().await;
    let vault = owner.add_vault("prod").await;
    loop {
        let told = live.until(|event| match event {
            Event::Changed { topic: Topic::Vaults, id: Some(id) } if id == vault.id.uuid() => Some(()),
            _ => None,
        });
        told.await;
        if owner.vault(vault.id).await.catalogue_written_at.is_some() {
            break;
        }
    }
    let catalogue = restic::catalogue_of(&owner.password(vault.id).await);
    assert!(catalogue.contains("\"DefaultPolicy\"") && catalogue.contains("\"prod\""), "{catalogue}");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_written_once_for_what_it_says() {
    let (cofre, owner, vault) = with_item().await;
    assert!(server::catalogue::write(cofre.app(), vault.id).await.unwrap());
    assert!(!server::catalogue::write(cofre.app(), vault.id).await.unwrap());
    let first = owner.vault(vault.id).await.catalogue_written_at;
    assert!(first.is_some());
    let place = cofre.stop().await;
    let cofre = Cofre::start_on(place, |_| {}).await.unwrap();
    assert!(!server::catalogue::write(cofre.app(), vault.id).await.unwrap(), "a restart changes nothing of the vault");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_no_point_and_hold_no_secret() {
    let (cofre, owner, vault) = with_item().await;
    cofre.write_catalogues().await;
    let password = owner.password(vault.id).await;
    restic::check(&password);
    let catalogue = restic::catalogue_of(&password);
    for needed in ["\"web\"", "\"rack\"", "expires_at", "DefaultPolicy"] {
        assert!(catalogue.contains(needed), "{needed}: {catalogue}");
    }
    for secret in [password.password.as_str(), tests::PASSWORD, "sealed", "hash", tests::OWNER] {
        assert!(!catalogue.contains(secret), "{secret}");
    }
    assert_eq!(owner.vault(vault.id).await.usage.recovery_points, 1);
}
