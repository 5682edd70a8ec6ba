//! `/sessions`: signing in and out, the cookie, the limit of guesses.

use chrono::TimeDelta;
use shared::audit::AuditEntry;
use shared::auth::{Role, Session, SignIn, User};
use shared::problem::Code;
use tests::{Answer, Client, Cofre, OWNER, PASSWORD, code_of, everything, with_second_factor};

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

/// Who tried, what came of it, and whom they tried: the newest entries first.
async fn refusals(owner: &Client) -> Vec<(String, String, String)> {
    let log: Vec<AuditEntry> = owner.list("/audit?limit=500").await;
    let refused = log.into_iter().filter(|entry| entry.action.starts_with("session.refuse"));
    refused.map(|entry| (entry.actor, entry.action, entry.subject)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn should_write_failed_sign_ins_into_the_activity_log_and_never_what_was_typed() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let rita = owner.add_user("rita", everything(Role::BackupReader)).await;
    let (secret, _) = with_second_factor(&rita, cofre.clock.now()).await;
    let nobody = cofre.nobody();
    try_sign_in(&nobody, "Rita", "not the password").await.problem(Code::WrongCredentials);
    // Someone types the password into the field of the name.
    try_sign_in(&nobody, PASSWORD, PASSWORD).await.problem(Code::WrongCredentials);
    let used = code_of(&secret, cofre.clock.now());
    let body = SignIn { name: "rita".to_owned(), password: PASSWORD.to_owned(), code: Some(used) };
    nobody.post("/sessions", &body).await.problem(Code::SecondFactorWrong);
    try_sign_in(&nobody, "rita", PASSWORD).await.problem(Code::SecondFactorNeeded);
    let here = |action: &str, subject: &str| ("127.0.0.1".to_owned(), action.to_owned(), subject.to_owned());
    let wanted = [
        here("session.refuse_second_factor", "rita"),
        here("session.refuse_name", ""),
        here("session.refuse_password", "rita"),
    ];
    assert_eq!(refusals(&owner).await, wanted);
    let log: Vec<AuditEntry> = owner.list("/audit?action=session.refuse_password").await;
    let users: Vec<User> = owner.list("/users").await;
    assert_eq!(log[0].object_id, Some(users[1].id.uuid()), "the entry leads to who was tried");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_fill_the_activity_log_with_failed_sign_ins() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    // Each from an address of its own, so that nobody has to wait.
    for number in 0..=106_u8 {
        let stranger = Client::from_address(cofre.nobody().address(), [127, 0, 1, number].into());
        try_sign_in(&stranger, &format!("name{number}"), "not the password").await.problem(Code::WrongCredentials);
    }
    assert_eq!(refusals(&owner).await.len(), 100);
    cofre.clock.advance(TimeDelta::seconds(30));
    try_sign_in(&cofre.nobody(), "one more", "not the password").await.problem(Code::WrongCredentials);
    let log = refusals(&owner).await;
    let many = ("system".to_owned(), "session.refuse_many".to_owned(), "7".to_owned());
    assert_eq!((log.len(), log[0].1.as_str(), &log[1]), (102, "session.refuse_name", &many));
}
