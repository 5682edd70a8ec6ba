//! `/resource-groups`.

use serde_json::json;
use shared::auth::Role;
use shared::problem::{Code, FieldReason};
use shared::resource_group::{CollectionGroup, ResourceGroup};
use shared::subscription::Subscription;
use tests::{Cofre, NORTH, content, images, on_vault};
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread")]
async fn should_make_groups_whose_names_are_unique_in_their_subscription() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let first = owner.group().await.subscription_id;
    let other: Subscription = owner.post("/subscriptions", &json!({"name": "Lab"})).await.body(201);
    let body = |name: &str, subscription| json!({"name": name, "subscription_id": subscription});
    let made: ResourceGroup = owner.post("/resource-groups", &body("web", first)).await.body(201);
    owner.post("/resource-groups", &body("WEB", first)).await.field(Code::NameTaken, "name", FieldReason::Taken);
    owner.post("/resource-groups", &body("web", other.id)).await.is(201);
    let known: Vec<ResourceGroup> = owner.list("/resource-groups").await;
    assert!(known.contains(&made), "it is in the list from then on");
    assert_eq!(known.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_a_subscription_that_is_not_there_and_a_bad_name() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let subscription = owner.group().await.subscription_id;
    let nowhere = json!({"name": "web", "subscription_id": Uuid::nil()});
    owner.post("/resource-groups", &nowhere).await.field(Code::InvalidInput, "subscription_id", FieldReason::Unknown);
    for bad in ["", "web.", "we b", "w/b"] {
        let body = json!({"name": bad, "subscription_id": subscription});
        owner.post("/resource-groups", &body).await.problem(Code::InvalidInput);
    }
    assert_eq!(owner.list::<ResourceGroup>("/resource-groups").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_list_a_group_of_restore_points_from_the_first_point_on() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    for (seed, name) in [(1, "db"), (2, "web")] {
        images::raw(&cofre.place.images().join(format!("{name}.raw")), &content::disk(seed));
    }
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("prod").await.id;
    let other = owner.add_vault("other").await.id;
    let items = [owner.protect("db", vault).await.id, owner.protect("web", vault).await.id];
    let groups = async |client: &tests::Client| client.list::<CollectionGroup>("/resource-groups/restore-points").await;
    assert_eq!(groups(&owner).await, []);
    for (made, item) in (1..).zip(items) {
        owner.backed_up(item).await;
        owner.backed_up(item).await;
        let seen = groups(&owner).await;
        assert_eq!((seen.len(), seen[0].collections, seen[0].location.name.as_str()), (1, made, NORTH));
        assert_eq!(seen[0].name, format!("AzureBackupRG_{NORTH}_1"));
    }
    assert_eq!(owner.list::<ResourceGroup>("/resource-groups").await.len(), 1, "they are no machines' groups");
    let of = async |client: &tests::Client, query: String| {
        let groups: Vec<CollectionGroup> = client.list(&format!("/resource-groups/restore-points?{query}")).await;
        groups.into_iter().map(|group| group.collections).collect::<Vec<_>>()
    };
    assert_eq!(of(&owner, format!("vault_id={vault}")).await, [2]);
    assert_eq!(of(&owner, format!("item_id={}", items[0])).await, [1]);
    assert!(of(&owner, format!("vault_id={other}")).await.is_empty());
    owner.get("/resource-groups/restore-points?item_id=1").await.field(
        Code::InvalidInput,
        "item_id",
        FieldReason::Unknown,
    );
    let stranger = owner.add_token(on_vault(Role::BackupReader, other)).await;
    assert_eq!(groups(&stranger).await, []);
    assert!(of(&stranger, format!("item_id={}", items[0])).await.is_empty());
}
