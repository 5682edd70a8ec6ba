//! `/tokens`: bearer tokens of scripts.

use chrono::TimeDelta;
use serde_json::json;
use shared::auth::{NewToken, Role, Token};
use shared::page::CountedPage;
use shared::problem::Code;
use tests::{Cofre, OWNER, everything};

#[tokio::test(flavor = "multi_thread")]
async fn should_let_a_script_in_until_its_token_is_revoked() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let body = json!({"name": "nightly report", "grant": everything(Role::BackupReader)});
    let made: NewToken = owner.post("/tokens", &body).await.body(201);
    assert_eq!((made.token.created_by.as_str(), made.token.last_used_at), (OWNER, None));
    let script = owner.with_token(&made.secret);
    script.get("/vaults").await.is(200);
    script.call("/sample-disks").await.problem(Code::Forbidden);
    owner.delete(&format!("/tokens/{}", made.token.id)).await.is(204);
    script.get("/vaults").await.problem(Code::Unauthenticated);
    owner.delete(&format!("/tokens/{}", made.token.id)).await.problem(Code::NotFound);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_show_the_secret_once_and_the_last_use_ever_after() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let body = json!({"name": "report", "grant": everything(Role::BackupReader)});
    let made: NewToken = owner.post("/tokens", &body).await.body(201);
    cofre.clock.advance(TimeDelta::hours(1));
    owner.with_token(&made.secret).get("/vaults").await.is(200);
    let answer = owner.get("/tokens").await;
    assert!(!answer.text.contains(&made.secret));
    let listed: Vec<Token> = owner.list("/tokens").await;
    let used = listed[0].last_used_at.expect("the use is noted");
    assert!(used - made.token.created_at >= TimeDelta::hours(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_what_is_no_token() {
    let cofre = Cofre::start_idle().await;
    cofre.owner().await;
    let nobody = cofre.nobody();
    nobody.with_token("x").get("/vaults").await.problem(Code::Unauthenticated);
    let basic = nobody.request("GET", "/vaults").header("authorization", "Basic b2xpdmlhOng=");
    nobody.send(basic).await.problem(Code::Unauthenticated);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_name_the_token_in_the_activity_log() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let script = owner.add_token(everything(Role::BackupContributor)).await;
    script.post("/subscriptions", &json!({"name": "Lab"})).await.is(201);
    let log: Vec<shared::audit::AuditEntry> = owner.list("/audit").await;
    assert_eq!((log[0].actor.as_str(), log[0].action.as_str()), ("token a script", "subscription.create"));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_found_by_name_and_role_and_sorted() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    for (name, role) in
        [("nightly 50%", Role::BackupReader), ("Deploy", Role::Owner), ("nightly all", Role::BackupReader)]
    {
        cofre.clock.advance(TimeDelta::minutes(1));
        owner.post("/tokens", &json!({"name": name, "grant": everything(role)})).await.is(201);
    }
    let names = async |query: &str| {
        let tokens: Vec<Token> = owner.list(&format!("/tokens?{query}")).await;
        tokens.into_iter().map(|token| token.name).collect::<Vec<_>>()
    };
    assert_eq!(names("").await, ["nightly 50%", "Deploy", "nightly all"]);
    assert_eq!(names("sort=name").await, ["Deploy", "nightly 50%", "nightly all"]);
    assert_eq!(names("q=NIGHT&sort=-created").await, ["nightly all", "nightly 50%"]);
    assert_eq!(names("q=%25").await, ["nightly 50%"]);
    assert_eq!(names("role=Owner").await, ["Deploy"]);
    let first: CountedPage<Token> = owner.show("/tokens?limit=1").await;
    owner.delete(&format!("/tokens/{}", first.items[0].id)).await.is(204);
    let next = first.next.expect("there is more");
    assert_eq!((first.total.count, names(&format!("after={next}")).await.len()), (3, 2));
}
