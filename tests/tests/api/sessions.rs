//! `/sessions`: signing in and out, the cookie, the limit of guesses.

use chrono::TimeDelta;
use shared::auth::{Role, Session, SignIn};
use shared::problem::Code;
use tests::{Answer, Client, Cofre, OWNER, PASSWORD, everything};

async fn try_sign_in(client: &Client, name: &str, password: &str) -> Answer {
    client.post("/sessions", &SignIn { name: name.to_owned(), password: password.to_owned(), code: None }).await
}

#[tokio::test(flavor = "multi_thread")]
async fn should_sign_in_without_regard_to_the_case_of_the_name() {
    let cofre = Cofre::start().await;
    cofre.owner().await;
    let session: Session = try_sign_in(&cofre.nobody(), "OLIVIA", PASSWORD).await.body(201);
    assert_eq!(session.user.name, OWNER);
    assert!(session.expires_at - cofre.clock.now() > TimeDelta::hours(11));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_tell_a_wrong_name_from_a_wrong_password() {
    let cofre = Cofre::start().await;
    cofre.owner().await;
    let nobody = cofre.nobody();
    let wrong_password = try_sign_in(&nobody, OWNER, "not the password").await;
    let wrong_name = try_sign_in(&nobody, "oscar", PASSWORD).await;
    wrong_password.problem(Code::WrongCredentials);
    wrong_name.problem(Code::WrongCredentials);
    assert_eq!(wrong_password.text, wrong_name.text);
    assert_eq!(wrong_password.header("set-cookie"), "");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_set_a_cookie_that_no_script_reads_and_no_other_site_sends() {
    let cofre = Cofre::start().await;
    cofre.owner().await;
    let answer = try_sign_in(&cofre.nobody(), OWNER, PASSWORD).await;
    let cookie = answer.header("set-cookie");
    let (pair, attributes) = cookie.split_once("; ").unwrap();
    let (name, secret) = pair.split_once('=').unwrap();
    assert_eq!(name, "cofre-session");
    assert!(secret.len() >= 43, "256 bits take 43 characters: {secret}");
    assert_eq!(attributes, "Path=/; HttpOnly; SameSite=Strict; Max-Age=43200");
    assert!(!answer.text.contains(secret), "the secret is in the cookie alone");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_make_those_who_guess_wait_and_say_how_long() {
    let cofre = Cofre::start().await;
    cofre.owner().await;
    let nobody = cofre.nobody();
    for _ in 0..5 {
        try_sign_in(&nobody, OWNER, "not the password").await.problem(Code::WrongCredentials);
    }
    let refused = try_sign_in(&nobody, OWNER, PASSWORD).await;
    refused.problem(Code::TooManyAttempts);
    assert_eq!(refused.header("retry-after"), "1");
    cofre.clock.advance(TimeDelta::seconds(2));
    try_sign_in(&nobody, OWNER, PASSWORD).await.is(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_make_an_address_wait_that_guesses_at_many_names() {
    let cofre = Cofre::start().await;
    cofre.owner().await;
    let nobody = cofre.nobody();
    for name in ["anna", "bert", "cleo", "dora", "emil"] {
        try_sign_in(&nobody, name, PASSWORD).await.problem(Code::WrongCredentials);
    }
    try_sign_in(&nobody, "fred", PASSWORD).await.problem(Code::TooManyAttempts);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_end_the_session_by_signing_out() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let other = cofre.nobody().sign_in(OWNER).await;
    let answer = owner.delete("/sessions/current").await;
    answer.is(204);
    assert!(answer.header("set-cookie").contains("Max-Age=0"), "{answer:?}");
    owner.get("/sessions/current").await.is(204);
    other.get("/sessions/current").await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_end_the_session_twelve_hours_after_its_last_use() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    for _ in 0..3 {
        cofre.clock.advance(TimeDelta::hours(11));
        owner.get("/vaults").await.is(200);
    }
    cofre.clock.advance(TimeDelta::hours(12) + TimeDelta::seconds(1));
    owner.get("/vaults").await.problem(Code::Unauthenticated);
    owner.get("/sessions/current").await.is(204);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_keep_the_session_over_a_restart_of_the_server() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let answer = try_sign_in(&owner, OWNER, PASSWORD).await;
    let again = Cofre::start_on(cofre.stop().await, |_| {}).await.unwrap();
    let owner = again.nobody().with_cookie(answer.header("set-cookie"));
    owner.get("/sessions/current").await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_take_a_script_for_a_person() {
    let cofre = Cofre::start().await;
    let script = cofre.owner().await.add_token(everything(Role::Owner)).await;
    script.get("/vaults").await.is(200);
    script.get("/sessions/current").await.is(204);
    script.delete("/sessions/current").await.problem(Code::Unauthenticated);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_keep_secrets_out_of_the_database() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let answer = try_sign_in(&owner, OWNER, PASSWORD).await;
    let secret = answer.header("set-cookie").split(['=', ';']).nth(1).unwrap().to_owned();
    let place = cofre.stop().await;
    let database = place.database_content();
    let holds = |text: &str| database.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds(OWNER), "the name is not sealed, so this test would see a secret");
    assert!(!holds(&secret) && !holds(PASSWORD));
}
