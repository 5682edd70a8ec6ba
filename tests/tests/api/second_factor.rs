//! `/account/second-factor`: codes of an app beside the password.

use chrono::TimeDelta;
use serde_json::json;
use shared::audit::AuditEntry;
use shared::auth::{Role, User};
use shared::problem::{Code, FieldReason};
use shared::second_factor::{NewSecondFactor, RecoveryCodes, SecondFactorState};
use tests::{Answer, Client, Cofre, OWNER, PASSWORD, code_of, everything, with_second_factor};

/// Longer than the code of a step is taken.
const LATER: TimeDelta = TimeDelta::seconds(90);

async fn sign_in(cofre: &Cofre, name: &str, code: Option<&str>) -> Answer {
    let body = json!({ "name": name, "password": PASSWORD, "code": code });
    cofre.nobody().post("/sessions", &body).await
}

/// What was done, newest first; failed sign-ins have tests of their own.
async fn actions(owner: &Client) -> Vec<String> {
    let log: Vec<AuditEntry> = owner.list("/audit").await;
    log.into_iter().map(|entry| entry.action).filter(|action| !action.starts_with("session.refuse")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn should_ask_for_a_code_once_one_has_confirmed_it() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let elsewhere = cofre.nobody().sign_in(OWNER).await;
    let wrong = json!({ "password": "not the right one" });
    owner.post("/account/second-factor", &wrong).await.field(Code::InvalidInput, "password", FieldReason::Wrong);
    owner.post("/account/second-factor/confirm", &json!({"code": "000000"})).await.problem(Code::NotFound);
    let new: NewSecondFactor = owner.post("/account/second-factor", &json!({ "password": PASSWORD })).await.body(201);
    assert!(new.address.contains(&new.secret) && new.qr.path.starts_with('M'));
    let before: SecondFactorState = owner.show("/account/second-factor").await;
    assert_eq!((before.since, before.recovery_codes), (None, 0));
    sign_in(&cofre, OWNER, None).await.is(201);
    let early = json!({ "code": code_of(&new.secret, cofre.clock.now() - LATER) });
    let refused = owner.post("/account/second-factor/confirm", &early).await;
    refused.field(Code::InvalidInput, "code", FieldReason::Wrong);
    elsewhere.get("/vaults").await.is(200);
    let code = code_of(&new.secret, cofre.clock.now());
    let made: RecoveryCodes = owner.post("/account/second-factor/confirm", &json!({ "code": code })).await.body(200);
    assert_eq!(made.codes.len(), 10);
    owner.get("/vaults").await.is(200);
    elsewhere.get("/vaults").await.problem(Code::Unauthenticated);
    let asked = sign_in(&cofre, OWNER, None).await;
    asked.problem(Code::SecondFactorNeeded);
    assert_eq!(asked.header("set-cookie"), "", "there is no session before the second step");
    sign_in(&cofre, OWNER, Some(" ")).await.problem(Code::SecondFactorNeeded);
    cofre
        .nobody()
        .post("/sessions", &json!({"name": OWNER, "password": "wrong"}))
        .await
        .problem(Code::WrongCredentials);
    let state: SecondFactorState = owner.show("/account/second-factor").await;
    assert!(state.since.is_some() && state.recovery_codes == 10);
    assert!(owner.list::<User>("/users").await[0].second_factor);
    let again = owner.post("/account/second-factor", &json!({ "password": PASSWORD })).await;
    again.problem(Code::SecondFactorOn);
    assert_eq!(actions(&owner).await[0], "user.add_second_factor");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_take_a_code_once_and_near_its_time() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let (secret, _) = with_second_factor(&owner, cofre.clock.now()).await;
    let used = code_of(&secret, cofre.clock.now());
    sign_in(&cofre, OWNER, Some(&used)).await.problem(Code::SecondFactorWrong);
    cofre.clock.advance(LATER);
    let now = cofre.clock.now();
    let old = code_of(&secret, now - LATER);
    sign_in(&cofre, OWNER, Some(&old)).await.problem(Code::SecondFactorWrong);
    let code = code_of(&secret, now);
    sign_in(&cofre, OWNER, Some(&code)).await.is(201);
    sign_in(&cofre, OWNER, Some(&code)).await.problem(Code::SecondFactorWrong);
    let earlier = code_of(&secret, now - TimeDelta::seconds(30));
    sign_in(&cofre, OWNER, Some(&earlier)).await.problem(Code::SecondFactorWrong);
    let next = code_of(&secret, now + TimeDelta::seconds(30));
    sign_in(&cofre, OWNER, Some(&next)).await.is(201);
}

/// Of two who come with the same code at the same time, one is too late.
#[tokio::test(flavor = "multi_thread")]
async fn should_let_one_of_two_in() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let (secret, _) = with_second_factor(&owner, cofre.clock.now()).await;
    cofre.clock.advance(LATER);
    let code = code_of(&secret, cofre.clock.now());
    let both = tokio::join!(sign_in(&cofre, OWNER, Some(&code)), sign_in(&cofre, OWNER, Some(&code)));
    let mut answers = [both.0.status, both.1.status];
    answers.sort_unstable();
    assert_eq!(answers, [201, 401]);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_take_each_recovery_code_once() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let (_, codes) = with_second_factor(&owner, cofre.clock.now()).await;
    let typed = codes[3].to_uppercase().replace('-', " ");
    sign_in(&cofre, OWNER, Some(&typed)).await.is(201);
    sign_in(&cofre, OWNER, Some(&codes[3])).await.problem(Code::SecondFactorWrong);
    let state: SecondFactorState = owner.show("/account/second-factor").await;
    assert_eq!(state.recovery_codes, 9);
    assert_eq!(actions(&owner).await[..2], ["session.open", "user.use_recovery_code"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_slow_down_who_guesses_codes() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let (secret, _) = with_second_factor(&owner, cofre.clock.now()).await;
    cofre.clock.advance(LATER);
    let right = code_of(&secret, cofre.clock.now());
    let wrong = if right == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        sign_in(&cofre, OWNER, Some(wrong)).await.problem(Code::SecondFactorWrong);
    }
    sign_in(&cofre, OWNER, Some(&right)).await.problem(Code::TooManyAttempts);
    // The right password alone is no success that would let the guessing go on.
    cofre.clock.advance(TimeDelta::seconds(2));
    sign_in(&cofre, OWNER, None).await.problem(Code::SecondFactorNeeded);
    sign_in(&cofre, OWNER, Some(wrong)).await.problem(Code::SecondFactorWrong);
    sign_in(&cofre, OWNER, Some(&right)).await.problem(Code::TooManyAttempts);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_removed_by_its_owner_with_the_password_or_by_an_owner_of_everything() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let rita = owner.add_user("rita", everything(Role::BackupReader)).await;
    with_second_factor(&rita, cofre.clock.now()).await;
    let wrong = json!({ "password": "not the right one" });
    let refused = rita.post("/account/second-factor/remove", &wrong).await;
    refused.field(Code::InvalidInput, "password", FieldReason::Wrong);
    rita.post("/account/second-factor/remove", &json!({ "password": PASSWORD })).await.is(204);
    sign_in(&cofre, "rita", None).await.is(201);
    with_second_factor(&rita, cofre.clock.now()).await;
    with_second_factor(&owner, cofre.clock.now()).await;
    let users: Vec<User> = owner.list("/users").await;
    let route = |name: &str| {
        let user = users.iter().find(|user| user.name == name).expect("the user is there");
        format!("/users/{}/second-factor", user.id)
    };
    rita.delete(&route(OWNER)).await.problem(Code::Forbidden);
    owner.delete(&route(OWNER)).await.problem(Code::OldPasswordNeeded);
    owner.delete(&route("rita")).await.is(204);
    owner.delete(&route("rita")).await.problem(Code::NotFound);
    sign_in(&cofre, "rita", None).await.is(201);
    sign_in(&cofre, OWNER, None).await.problem(Code::SecondFactorNeeded);
    assert_eq!(actions(&owner).await[1], "user.remove_second_factor");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_sealed_and_outlive_another_master_key() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let (secret, codes) = with_second_factor(&owner, cofre.clock.now()).await;
    let place = cofre.stop().await;
    let database = place.database_content();
    let holds = |text: &str| database.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds(OWNER), "the name is not sealed, so this test would see a secret");
    assert!(!holds(&secret) && !holds(&codes[0]) && !holds(&codes[0].replace('-', "")));
    server::operator::rotate_master_key(&place.config()).await.unwrap();
    let cofre = Cofre::start_on(place, |_| {}).await.unwrap();
    cofre.clock.advance(LATER);
    sign_in(&cofre, OWNER, Some(&code_of(&secret, cofre.clock.now()))).await.is(201);
    // A lost key is told before anything is sealed with another.
    let place = cofre.stop().await;
    std::fs::remove_file(place.master_key()).unwrap();
    let refusal = Cofre::refusal(&place).await;
    assert!(refusal.contains("bring it back"), "{refusal}");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_removed_by_the_operator_of_a_stopped_server() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    with_second_factor(&owner, cofre.clock.now()).await;
    let place = cofre.stop().await;
    let config = place.config();
    let nobody = server::operator::remove_second_factor(&config, "nobody").await.unwrap_err();
    assert!(nobody.to_string().contains("no user nobody"), "{nobody}");
    server::operator::remove_second_factor(&config, "OLIVIA").await.unwrap();
    let cofre = Cofre::start_on(place, |_| {}).await.unwrap();
    let owner = cofre.nobody().sign_in(OWNER).await;
    let log: Vec<AuditEntry> = owner.list("/audit").await;
    assert_eq!((log[1].actor.as_str(), log[1].action.as_str()), ("system", "user.remove_second_factor"));
}
