//! `/identity-provider` and `/account/identity`: signing in with an identity provider.

use chrono::TimeDelta;
use serde_json::json;
use shared::audit::AuditEntry;
use shared::auth::{Role, Session, User};
use shared::identity::{Departure, IdentityState, ProviderState};
use shared::problem::{Code, FieldReason};
use tests::{
    Answer, Client, Cofre, Forgery, IdentityProvider, Manner, OWNER, PASSWORD, code_of, everything, with_second_factor,
};

/// A server that knows the provider and may call it.
async fn start(provider: &IdentityProvider) -> Cofre {
    Cofre::start_with(|config| {
        config.jobs_at_once = 0;
        config.identity_provider = Some(provider.configured("http://127.0.0.1:8080"));
        config.outgoing_allowed = vec!["127.0.0.1/32".parse().unwrap()];
    })
    .await
}

/// Someone on the way to the provider: the browser with its cookie, and the address.
struct Traveller {
    browser: Client,
    address: String,
}

fn travels(client: &Client, answer: &Answer) -> Traveller {
    let departure: Departure = answer.body(201);
    let cookie = answer.header("set-cookie");
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Max-Age=600"),
        "{cookie}"
    );
    Traveller { browser: client.with_cookie(cookie), address: departure.address }
}

async fn set_out(cofre: &Cofre) -> Traveller {
    let nobody = cofre.nobody();
    travels(&nobody, &nobody.call("/identity-provider/sign-in").await)
}

/// Comes back with this query, as a browser does that another site sends.
async fn come_back(traveller: &Traveller, query: &str) -> Answer {
    let request = traveller.browser.bare("GET", &format!("/identity-provider/callback?{query}"));
    traveller.browser.send(request).await
}

async fn link(provider: &IdentityProvider, person: &Client, subject: &str) -> Answer {
    let answer = person.post("/account/identity", &json!({ "password": PASSWORD })).await;
    let traveller = travels(person, &answer);
    come_back(&traveller, &provider.sign_in(&traveller.address, subject)).await
}

#[track_caller]
fn leads(answer: &Answer, to: &str) {
    assert_eq!((answer.status, answer.header("location")), (303, to));
}

#[track_caller]
fn is_refused(answer: &Answer, code: Code) {
    leads(answer, &format!("/?problem={}", code.as_str()));
    assert!(!answer.header("set-cookie").contains("session"), "there is no session: {answer:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_let_in_who_has_linked_their_account() {
    let provider = IdentityProvider::start().await;
    let cofre = start(&provider).await;
    let owner = cofre.owner().await;
    let known: ProviderState = cofre.nobody().show("/identity-provider").await;
    assert_eq!(known.name.as_deref(), Some("Example"));
    let wrong = owner.post("/account/identity", &json!({ "password": "not the right one" })).await;
    wrong.field(Code::InvalidInput, "password", FieldReason::Wrong);
    leads(&link(&provider, &owner, "subject-1").await, "/account");
    let state: IdentityState = owner.show("/account/identity").await;
    assert_eq!((state.provider.as_deref(), state.linked), (Some("Example"), true));
    let traveller = set_out(&cofre).await;
    let answer = come_back(&traveller, &provider.sign_in(&traveller.address, "subject-1")).await;
    leads(&answer, "/");
    let person = cofre.nobody().with_cookie(answer.header("set-cookie"));
    let session: Session = person.show("/sessions/current").await;
    assert_eq!(session.user.name, OWNER);
    let log: Vec<AuditEntry> = owner.list("/audit").await;
    let said: Vec<_> = log.iter().map(|entry| entry.action.as_str()).take(2).collect();
    assert_eq!(said, ["session.open_by_provider", "user.link_identity"]);
    owner.delete("/account/identity").await.is(204);
    owner.delete("/account/identity").await.problem(Code::NotFound);
    let traveller = set_out(&cofre).await;
    let answer = come_back(&traveller, &provider.sign_in(&traveller.address, "subject-1")).await;
    is_refused(&answer, Code::IdentityUnknown);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_every_token_that_does_not_fit() {
    let provider = IdentityProvider::start().await;
    let cofre = start(&provider).await;
    let owner = cofre.owner().await;
    leads(&link(&provider, &owner, "subject-1").await, "/account");
    for forgery in [
        Forgery::Nonce,
        Forgery::Issuer,
        Forgery::Audience,
        Forgery::Expired,
        Forgery::Signature,
        Forgery::Unsigned,
        Forgery::SharedSecret,
        Forgery::Subject,
        Forgery::Missing,
    ] {
        provider.forge(forgery);
        let traveller = set_out(&cofre).await;
        let answer = come_back(&traveller, &provider.sign_in(&traveller.address, "subject-1")).await;
        let refused = answer.header("location").to_owned();
        assert_eq!((answer.status, refused.as_str()), (303, "/?problem=IdentityRefused"), "{forgery:?}");
        assert!(!answer.header("set-cookie").contains("session"), "{forgery:?}");
    }
    provider.forge(Forgery::None);
    let traveller = set_out(&cofre).await;
    leads(&come_back(&traveller, &provider.sign_in(&traveller.address, "subject-1")).await, "/");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_let_nobody_in_who_is_no_user_here() {
    let provider = IdentityProvider::start().await;
    let cofre = start(&provider).await;
    let owner = cofre.owner().await;
    let traveller = set_out(&cofre).await;
    // The name is no proof: whoever runs an account there can choose it.
    let answer = come_back(&traveller, &provider.sign_in(&traveller.address, OWNER)).await;
    is_refused(&answer, Code::IdentityUnknown);
    provider.forge(Forgery::Signature);
    let traveller = set_out(&cofre).await;
    let answer = come_back(&traveller, &provider.sign_in(&traveller.address, OWNER)).await;
    is_refused(&answer, Code::IdentityRefused);
    let log: Vec<AuditEntry> = owner.list("/audit?action=session.refuse_provider").await;
    let said: Vec<_> = log.iter().map(|entry| (entry.actor.as_str(), entry.subject.as_str())).collect();
    assert_eq!(said, [("127.0.0.1", ""), ("127.0.0.1", OWNER)], "what was forged is not told as anybody's");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_take_an_answer_once_from_the_browser_that_set_out() {
    let provider = IdentityProvider::start().await;
    let cofre = start(&provider).await;
    let owner = cofre.owner().await;
    leads(&link(&provider, &owner, "subject-1").await, "/account");
    let (first, second) = (set_out(&cofre).await, set_out(&cofre).await);
    let query = provider.sign_in(&first.address, "subject-1");
    let stranger = Traveller { browser: cofre.nobody(), address: first.address.clone() };
    is_refused(&come_back(&stranger, &query).await, Code::IdentityRefused);
    is_refused(&come_back(&second, &query).await, Code::IdentityRefused);
    leads(&come_back(&first, &query).await, "/");
    is_refused(&come_back(&first, &query).await, Code::IdentityRefused);
    let third = set_out(&cofre).await;
    is_refused(&come_back(&third, "error=access_denied").await, Code::IdentityRefused);
    let late = set_out(&cofre).await;
    let query = provider.sign_in(&late.address, "subject-1");
    cofre.clock.advance(TimeDelta::minutes(10));
    is_refused(&come_back(&late, &query).await, Code::IdentityRefused);
}

/// The code of one journey is worth nothing on another: it needs the verifier that set out with it.
#[tokio::test(flavor = "multi_thread")]
async fn should_not_take_the_code_of_another_journey() {
    let provider = IdentityProvider::start().await;
    let cofre = start(&provider).await;
    let owner = cofre.owner().await;
    leads(&link(&provider, &owner, "subject-1").await, "/account");
    let (theirs, own) = (set_out(&cofre).await, set_out(&cofre).await);
    let stolen = provider.sign_in(&theirs.address, "subject-1");
    let state = provider.sign_in(&own.address, "subject-2");
    let code = stolen.split('&').next().unwrap();
    let state = state.split('&').nth(1).unwrap();
    is_refused(&come_back(&own, &format!("{code}&{state}")).await, Code::IdentityRefused);
    // A code that was taken is worth nothing either.
    let again = set_out(&cofre).await;
    let state = provider.sign_in(&again.address, "subject-1");
    let state = state.split('&').nth(1).unwrap();
    is_refused(&come_back(&again, &format!("{code}&{state}")).await, Code::IdentityRefused);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_link_an_identity_to_one_user() {
    let provider = IdentityProvider::start().await;
    let cofre = start(&provider).await;
    let owner = cofre.owner().await;
    let rita = owner.add_user("rita", everything(Role::BackupReader)).await;
    leads(&link(&provider, &owner, "subject-1").await, "/account");
    leads(&link(&provider, &rita, "subject-1").await, "/account?problem=IdentityTaken");
    leads(&link(&provider, &rita, "subject-2").await, "/account");
    let users: Vec<User> = owner.list("/users").await;
    owner.delete(&format!("/users/{}", users[1].id)).await.is(204);
    let traveller = set_out(&cofre).await;
    let answer = come_back(&traveller, &provider.sign_in(&traveller.address, "subject-2")).await;
    is_refused(&answer, Code::IdentityUnknown);
    leads(&link(&provider, &owner, "subject-2").await, "/account");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_call_nothing_on_its_own_machine_unless_it_is_allowed() {
    let provider = IdentityProvider::start().await;
    let cofre = Cofre::start_with(|config| {
        config.jobs_at_once = 0;
        config.identity_provider = Some(provider.configured("http://127.0.0.1:8080"));
    })
    .await;
    cofre.owner().await;
    cofre.nobody().call("/identity-provider/sign-in").await.problem(Code::IdentityProviderUnreachable);
    assert!(provider.asked().is_empty());
}

/// Goes to the provider and comes back as this one.
async fn comes_in(provider: &IdentityProvider, cofre: &Cofre, subject: &str) -> (Traveller, Answer) {
    let traveller = set_out(cofre).await;
    let answer = come_back(&traveller, &provider.sign_in(&traveller.address, subject)).await;
    (traveller, answer)
}

#[tokio::test(flavor = "multi_thread")]
async fn should_still_ask_for_a_second_factor_of_its_own() {
    let provider = IdentityProvider::start().await;
    let cofre = start(&provider).await;
    let owner = cofre.owner().await;
    leads(&link(&provider, &owner, "subject-1").await, "/account");
    let (secret, recovery) = with_second_factor(&owner, cofre.clock.now()).await;
    cofre.clock.advance(TimeDelta::seconds(90));
    provider.set_clock(cofre.clock.now());
    let (first, answer) = comes_in(&provider, &cofre, "subject-1").await;
    leads(&answer, "/?second_factor=asked");
    assert!(!answer.header("set-cookie").contains("session"), "there is no session before it: {answer:?}");
    let halfway = cofre.nobody().with_cookie(answer.header("set-cookie"));
    let show =
        async |who: &Client, code: &str| who.post("/identity-provider/second-factor", &json!({ "code": code })).await;
    let right = code_of(&secret, cofre.clock.now());
    show(&cofre.nobody(), &right).await.problem(Code::IdentityRefused);
    show(&first.browser, &right).await.problem(Code::IdentityRefused);
    show(&halfway, " ").await.problem(Code::SecondFactorWrong);
    show(&halfway, "000000").await.problem(Code::SecondFactorWrong);
    let opened = show(&halfway, &right).await;
    let session: Session = opened.body(201);
    assert_eq!(session.user.name, OWNER);
    cofre.nobody().with_cookie(opened.header("set-cookie")).get("/vaults").await.is(200);
    // Neither the way there nor the code is good for another session.
    show(&halfway, &right).await.problem(Code::IdentityRefused);
    let (_, answer) = comes_in(&provider, &cofre, "subject-1").await;
    let again = cofre.nobody().with_cookie(answer.header("set-cookie"));
    show(&again, &right).await.problem(Code::SecondFactorWrong);
    show(&again, &recovery[0]).await.is(201);
    // Who guesses waits.
    let (_, answer) = comes_in(&provider, &cofre, "subject-1").await;
    let guesses = cofre.nobody().with_cookie(answer.header("set-cookie"));
    let mut answers = Vec::new();
    for _ in 0..6 {
        answers.push(show(&guesses, "000000").await.status);
    }
    assert!(answers.starts_with(&[401]) && answers.ends_with(&[429]), "{answers:?}");
    cofre.clock.advance(TimeDelta::minutes(10));
    show(&guesses, &recovery[1]).await.problem(Code::IdentityRefused);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_link_only_while_the_session_lasts_that_set_out() {
    let provider = IdentityProvider::start().await;
    let cofre = start(&provider).await;
    let owner = cofre.owner().await;
    let rita = owner.add_user("rita", everything(Role::BackupReader)).await;
    let answer = rita.post("/account/identity", &json!({ "password": PASSWORD })).await;
    let traveller = travels(&rita, &answer);
    let users: Vec<User> = owner.list("/users").await;
    owner.call(&format!("/users/{}/end-sessions", users[1].id)).await.is(204);
    let answer = come_back(&traveller, &provider.sign_in(&traveller.address, "subject-2")).await;
    leads(&answer, "/account?problem=Unauthenticated");
    let rita = cofre.nobody().sign_in("rita").await;
    assert!(!rita.show::<IdentityState>("/account/identity").await.linked);
    // Who gets a new password from an Owner may have lost the account to someone who linked it.
    leads(&link(&provider, &rita, "subject-2").await, "/account");
    let new = json!({ "password": "another donkey battery" });
    owner.post(&format!("/users/{}/reset-password", users[1].id), &new).await.is(204);
    let (_, answer) = comes_in(&provider, &cofre, "subject-2").await;
    is_refused(&answer, Code::IdentityUnknown);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_take_the_new_keys_of_the_provider() {
    let provider = IdentityProvider::start().await;
    let cofre = start(&provider).await;
    let owner = cofre.owner().await;
    leads(&link(&provider, &owner, "subject-1").await, "/account");
    provider.change_key();
    let (_, answer) = comes_in(&provider, &cofre, "subject-1").await;
    leads(&answer, "/");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_bear_a_provider_that_does_not_answer_as_it_should() {
    let mut provider = IdentityProvider::start().await;
    let cofre = start(&provider).await;
    cofre.owner().await;
    let gone = Code::IdentityProviderUnreachable;
    for manner in [Manner::Broken, Manner::Endless, Manner::Elsewhere, Manner::Silent] {
        provider.behave(manner);
        let nobody = cofre.nobody();
        // The password is asked for meanwhile, and is enough.
        let (answer, person) = tokio::join!(nobody.call("/identity-provider/sign-in"), nobody.sign_in(OWNER));
        answer.problem(gone);
        person.get("/vaults").await.is(200);
        let asked = provider.asked().len();
        nobody.call("/identity-provider/sign-in").await.problem(gone);
        assert_eq!(provider.asked().len(), asked, "it is left alone for a moment");
        cofre.clock.advance(TimeDelta::seconds(5));
    }
    assert!(!provider.asked().contains(&"/elsewhere".to_owned()), "nobody is followed elsewhere");
    provider.behave(Manner::Well);
    let traveller = set_out(&cofre).await;
    let query = provider.sign_in(&traveller.address, "subject-1");
    provider.stop().await;
    is_refused(&come_back(&traveller, &query).await, gone);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_have_no_provider_unless_one_is_named() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    assert_eq!(owner.show::<ProviderState>("/identity-provider").await.name, None);
    cofre.nobody().call("/identity-provider/sign-in").await.problem(Code::NotFound);
    owner.post("/account/identity", &json!({ "password": PASSWORD })).await.problem(Code::NotFound);
    let traveller = Traveller { browser: cofre.nobody(), address: String::new() };
    is_refused(&come_back(&traveller, "code=x&state=y").await, Code::IdentityRefused);
}
