//! A session that someone prepared for someone else, and one that was ended.

use shared::auth::SignIn;
use shared::problem::Code;
use tests::{Client, Cofre, OWNER, PASSWORD, everything};

fn sign_in() -> SignIn {
    SignIn { name: OWNER.to_owned(), password: PASSWORD.to_owned(), code: None }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_never_adopt_a_session_that_was_given_before_signing_in() {
    let cofre = Cofre::start_idle().await;
    cofre.owner().await;
    let prepared = format!("cofre-session={}", "A".repeat(43));
    let victim = cofre.nobody().with_cookie(&prepared);
    let answer = victim.post("/sessions", &sign_in()).await;
    answer.is(201);
    assert!(!answer.header("set-cookie").starts_with(&prepared), "a secret of the server's own: {answer:?}");
    victim.get("/vaults").await.problem(Code::Unauthenticated);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_turn_the_session_of_one_into_that_of_another() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let reader = owner.add_user("rita", everything(shared::auth::Role::BackupReader)).await;
    let answer = reader.post("/sessions", &sign_in()).await;
    answer.is(201);
    let who = async |client: &Client| client.show::<shared::auth::Session>("/sessions/current").await.user.name;
    assert_eq!(who(&reader).await, "rita");
    assert_eq!(who(&cofre.nobody().with_cookie(answer.header("set-cookie"))).await, OWNER);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_end_a_session_for_everybody_who_has_its_secret() {
    let cofre = Cofre::start_idle().await;
    cofre.owner().await;
    let answer = cofre.nobody().post("/sessions", &sign_in()).await;
    let mine = cofre.nobody().with_cookie(answer.header("set-cookie"));
    let stolen = mine.clone();
    let mut listening = stolen.live().await;
    stolen.get("/vaults").await.is(200);
    mine.delete("/sessions/current").await.is(204);
    stolen.get("/vaults").await.problem(Code::Unauthenticated);
    while listening.next().await.is_some() {}
}
