//! `/subscriptions`.

use serde_json::json;
use shared::problem::{Code, FieldReason};
use shared::subscription::Subscription;
use tests::Cofre;

#[tokio::test(flavor = "multi_thread")]
async fn should_have_one_from_the_start() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let known: Vec<Subscription> = owner.list("/subscriptions").await;
    assert_eq!(known.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Default"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_make_more_with_names_of_their_own() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let made: Subscription = owner.post("/subscriptions", &json!({"name": "Lab"})).await.body(201);
    owner.post("/subscriptions", &json!({"name": "LAB"})).await.field(Code::NameTaken, "name", FieldReason::Taken);
    for bad in ["", " Lab", "L\u{202e}ab", "L\nab"] {
        owner.post("/subscriptions", &json!({"name": bad})).await.problem(Code::InvalidInput);
    }
    let known: Vec<Subscription> = owner.list("/subscriptions").await;
    assert_eq!(known.last(), Some(&made));
    assert_eq!(known.len(), 2);
}
