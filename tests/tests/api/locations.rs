//! `/locations`.

use shared::location::Location;
use tests::{Cofre, NORTH, OWNER, SOUTH};

#[tokio::test(flavor = "multi_thread")]
async fn should_list_the_configured_places_with_their_room() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let known: Vec<Location> = owner.list("/locations").await;
    assert_eq!(known.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), [NORTH, SOUTH]);
    for location in known {
        assert_eq!(location.storage_root, cofre.place.storage(&location.name).display().to_string());
        assert!(location.free_bytes <= location.capacity_bytes && location.capacity_bytes > Some(0));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_keep_its_id_over_a_restart() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let before = owner.location(SOUTH).await;
    let again = Cofre::start_on(cofre.stop().await, |_| {}).await.unwrap();
    let after = again.nobody().sign_in(OWNER).await.location(SOUTH).await;
    assert_eq!((after.id, after.storage_root), (before.id, before.storage_root));
}
