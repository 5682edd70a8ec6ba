//! `/resource-groups`.

use serde_json::json;
use shared::problem::{Code, FieldReason};
use shared::resource_group::ResourceGroup;
use shared::subscription::Subscription;
use tests::Cofre;
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
