//! `/users` and `/account`.

use chrono::TimeDelta;
use serde_json::{Value, json};
use shared::audit::AuditEntry;
use shared::auth::{Grant, Role, Token, User};
use shared::page::CountedPage;
use shared::problem::{Code, FieldReason};
use tests::{Answer, Client, Cofre, OWNER, PASSWORD, everything, on_group, on_vault};
use uuid::Uuid;

const NEW: &str = "wrong donkey staple";

async fn user(owner: &Client, name: &str) -> User {
    let all: Vec<User> = owner.list("/users").await;
    all.into_iter().find(|user| user.name == name).expect("the user is there")
}

async fn change(owner: &Client, of: &User, grants: &[Grant]) -> Answer {
    owner.patch(&format!("/users/{}", of.id), &json!({ "grants": grants })).await
}

async fn sign_in_with(cofre: &Cofre, name: &str, password: &str) -> Answer {
    cofre.nobody().post("/sessions", &json!({"name": name, "password": password})).await
}

/// What was done last, newest first; failed sign-ins have tests of their own.
async fn log(owner: &Client, count: usize) -> Vec<(String, String)> {
    let entries: Vec<AuditEntry> = owner.list("/audit").await;
    let done = entries.into_iter().filter(|entry| !entry.action.starts_with("session.refuse"));
    done.map(|entry| (entry.action, entry.subject)).take(count).collect()
}

#[track_caller]
fn says(entries: &[(String, String)], wanted: &[(&str, &str)]) {
    let entries: Vec<_> = entries.iter().map(|(action, subject)| (action.as_str(), subject.as_str())).collect();
    assert_eq!(entries, wanted);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_add_someone_who_can_sign_in_and_is_listed() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let reader = owner.add_user("rita", everything(Role::BackupReader)).await;
    reader.get("/vaults").await.is(200);
    let users: Vec<User> = owner.list("/users").await;
    let names: Vec<_> = users.iter().map(|user| user.name.as_str()).collect();
    assert_eq!(names, [OWNER, "rita"]);
    assert!(users[1].last_signed_in_at.is_some_and(|at| at >= users[1].created_at));
    assert_eq!(owner.show::<User>(&format!("/users/{}", users[1].id)).await, users[1]);
    assert!(!owner.get("/users").await.text.contains("argon2"), "no hash leaves the server");
    owner.get(&format!("/users/{}", Uuid::nil())).await.problem(Code::NotFound);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_names_and_passwords_that_break_a_rule() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let grants = [everything(Role::BackupReader)];
    let taken = json!({"name": "Olivia", "password": PASSWORD, "grants": grants});
    owner.post("/users", &taken).await.field(Code::NameTaken, "name", FieldReason::Taken);
    let short = json!({"name": "rita", "password": "short", "grants": grants});
    let reason = FieldReason::PasswordTooShort { min: 12 };
    owner.post("/users", &short).await.field(Code::InvalidInput, "password", reason);
    for bad in ["", "r", "1rita", "ri ta", "rita/..", "rita\u{202e}"] {
        let body = json!({"name": bad, "password": PASSWORD, "grants": grants});
        owner.post("/users", &body).await.problem(Code::InvalidInput);
    }
    assert_eq!(owner.list::<User>("/users").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_grants_that_say_nothing_or_name_nothing() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let new = |grants: Value| json!({"name": "rita", "password": PASSWORD, "grants": grants});
    owner.post("/users", &new(json!([]))).await.field(Code::InvalidInput, "grants", FieldReason::Required);
    let nowhere = on_vault(Role::Owner, shared::id::VaultId::new(Uuid::nil()));
    owner.post("/users", &new(json!([nowhere]))).await.field(Code::InvalidInput, "grants", FieldReason::Unknown);
    let token = json!({"name": "x", "grant": nowhere});
    owner.post("/tokens", &token).await.field(Code::InvalidInput, "grant", FieldReason::Unknown);
    owner.add_user("rita", everything(Role::BackupReader)).await;
    let rita = user(&owner, "rita").await;
    change(&owner, &rita, &[]).await.field(Code::InvalidInput, "grants", FieldReason::Required);
    change(&owner, &rita, &[nowhere]).await.field(Code::InvalidInput, "grants", FieldReason::Unknown);
    let reader = everything(Role::BackupReader);
    let changed: User = change(&owner, &rita, &[reader, reader]).await.body(200);
    assert_eq!(changed.grants, [reader], "what stands there twice counts once");
    change(&owner, &rita, &[reader; 101]).await.field(Code::InvalidInput, "grants", FieldReason::Refused);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_narrow_what_someone_may_at_once() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let group = owner.group().await;
    owner.add_vault("prod").await;
    let oskar = owner.add_user("oskar", everything(Role::Owner)).await;
    let wide = oskar.add_token(everything(Role::BackupOperator)).await;
    let narrow = oskar.add_token(on_group(Role::BackupReader, group.id)).await;
    let by_token = wide_token_of(&oskar).await;
    let mut live = oskar.live().await;
    let row = user(&owner, "oskar").await;
    let changed: User = change(&owner, &row, &[on_group(Role::BackupReader, group.id)]).await.body(200);
    assert_eq!((changed.id, changed.grants.len()), (row.id, 1));
    oskar.get("/vaults").await.is(200);
    oskar.get("/users").await.problem(Code::Forbidden);
    live.until(|event| matches!(event, shared::event::Event::Changed { .. }).then_some(())).await;
    // Tokens go no further than who made them, themselves or by another token.
    wide.get("/vaults").await.problem(Code::Unauthenticated);
    by_token.get("/vaults").await.problem(Code::Unauthenticated);
    narrow.get("/vaults").await.is(200);
    let left: Vec<Token> = owner.list("/tokens").await;
    assert_eq!(left.len(), 1);
    let said = log(&owner, 4).await;
    says(&said[3..], &[("user.change_access", "oskar")]);
    assert!(said[..3].iter().all(|(action, _)| action == "token.revoke"));
}

/// A token that a token of theirs has made.
async fn wide_token_of(person: &Client) -> Client {
    person.add_token(everything(Role::Owner)).await.add_token(everything(Role::Owner)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn should_end_everything_of_someone_who_is_removed() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let oskar = owner.add_user("oskar", everything(Role::Owner)).await;
    let script = oskar.add_token(everything(Role::BackupReader)).await;
    let (mut live, mut of_script) = (oskar.live().await, script.live().await);
    let id = user(&owner, "oskar").await.id;
    owner.delete(&format!("/users/{id}")).await.is(204);
    while live.next().await.is_some() {}
    while of_script.next().await.is_some() {}
    oskar.get("/vaults").await.problem(Code::Unauthenticated);
    script.get("/vaults").await.problem(Code::Unauthenticated);
    sign_in_with(&cofre, "oskar", PASSWORD).await.problem(Code::WrongCredentials);
    owner.delete(&format!("/users/{id}")).await.problem(Code::NotFound);
    says(&log(&owner, 2).await, &[("user.delete", "oskar"), ("token.revoke", "a script")]);
    owner.add_user("oskar", everything(Role::BackupReader)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_keep_an_owner_of_everything() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let vault = owner.add_vault("prod").await;
    let script = owner.add_token(everything(Role::Owner)).await;
    owner.add_user("vera", on_vault(Role::Owner, vault.id)).await;
    owner.add_user("carl", everything(Role::BackupContributor)).await;
    let first = user(&owner, OWNER).await;
    for client in [&owner, &script] {
        client.delete(&format!("/users/{}", first.id)).await.problem(Code::LastOwner);
        change(client, &first, &[everything(Role::BackupReader)]).await.problem(Code::LastOwner);
        change(client, &first, &[on_vault(Role::Owner, vault.id)]).await.problem(Code::LastOwner);
    }
    let both = [everything(Role::Owner), on_vault(Role::Owner, vault.id)];
    change(&owner, &first, &both).await.is(200);
    let other = owner.add_user("ottilia", everything(Role::Owner)).await;
    change(&owner, &first, &[everything(Role::BackupReader)]).await.is(200);
    owner.get("/users").await.problem(Code::Forbidden);
    let last = user(&other, "ottilia").await;
    other.delete(&format!("/users/{}", last.id)).await.problem(Code::LastOwner);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_give_someone_a_new_password_and_sign_them_out() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let rita = owner.add_user("rita", everything(Role::BackupReader)).await;
    let (own, hers) = (user(&owner, OWNER).await.id, user(&owner, "rita").await.id);
    let route = format!("/users/{hers}/reset-password");
    let short = FieldReason::PasswordTooShort { min: 12 };
    owner.post(&route, &json!({"password": "short"})).await.field(Code::InvalidInput, "password", short);
    rita.get("/vaults").await.is(200);
    owner.post(&route, &json!({ "password": NEW })).await.is(204);
    rita.get("/vaults").await.problem(Code::Unauthenticated);
    sign_in_with(&cofre, "rita", PASSWORD).await.problem(Code::WrongCredentials);
    sign_in_with(&cofre, "rita", NEW).await.is(201);
    let to_own = format!("/users/{own}/reset-password");
    owner.post(&to_own, &json!({ "password": NEW })).await.problem(Code::OldPasswordNeeded);
    says(&log(&owner, 2).await[1..], &[("user.reset_password", "rita")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_sign_someone_out_everywhere() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let rita = owner.add_user("rita", everything(Role::BackupReader)).await;
    let again = cofre.nobody().sign_in("rita").await;
    let id = user(&owner, "rita").await.id;
    owner.call(&format!("/users/{id}/end-sessions")).await.is(204);
    for session in [&rita, &again] {
        session.get("/vaults").await.problem(Code::Unauthenticated);
    }
    owner.get("/vaults").await.is(200);
    says(&log(&owner, 1).await, &[("user.end_sessions", "rita")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_let_everybody_change_their_own_password() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let rita = owner.add_user("rita", everything(Role::BackupReader)).await;
    let elsewhere = cofre.nobody().sign_in("rita").await;
    let ask = async |old: &str, new: &str| {
        rita.post("/account/change-password", &json!({"old_password": old, "password": new})).await
    };
    ask(NEW, NEW).await.field(Code::InvalidInput, "old_password", FieldReason::Wrong);
    let short = FieldReason::PasswordTooShort { min: 12 };
    ask(PASSWORD, "short").await.field(Code::InvalidInput, "password", short);
    elsewhere.get("/vaults").await.is(200);
    ask(PASSWORD, NEW).await.is(204);
    rita.get("/vaults").await.is(200);
    elsewhere.get("/vaults").await.problem(Code::Unauthenticated);
    sign_in_with(&cofre, "rita", PASSWORD).await.problem(Code::WrongCredentials);
    sign_in_with(&cofre, "rita", NEW).await.is(201);
    says(&log(&owner, 2).await[1..], &[("user.change_password", "rita")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_slow_down_who_guesses_at_an_open_session() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let guess = json!({"old_password": NEW, "password": NEW});
    for _ in 0..5 {
        owner.post("/account/change-password", &guess).await.problem(Code::InvalidInput);
    }
    let right = json!({"old_password": PASSWORD, "password": NEW});
    owner.post("/account/change-password", &right).await.problem(Code::TooManyAttempts);
    cofre.clock.advance(TimeDelta::seconds(2));
    owner.post("/account/change-password", &right).await.is(204);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_found_by_name_and_role_and_sorted() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    for (name, role) in [("Bo_b", Role::BackupReader), ("alice", Role::BackupOperator), ("bobby", Role::BackupReader)] {
        cofre.clock.advance(TimeDelta::hours(1));
        owner.add_user(name, everything(role)).await;
    }
    let names = async |query: &str| {
        let users: Vec<User> = owner.list(&format!("/users?{query}")).await;
        users.into_iter().map(|user| user.name).collect::<Vec<_>>()
    };
    assert_eq!(names("").await, ["alice", "Bo_b", "bobby", OWNER]);
    assert_eq!(names("q=BO").await, ["Bo_b", "bobby"]);
    assert_eq!(names("q=_").await, ["Bo_b"]);
    assert_eq!(names("role=BackupReader&sort=-name").await, ["bobby", "Bo_b"]);
    assert_eq!(names("sort=-added&limit=1").await, ["bobby"]);
    assert_eq!(names("sort=last_signed_in&limit=1").await, [OWNER]);
    assert_eq!(names("second_factor=false").await.len(), 4);
    assert!(names("second_factor=true").await.is_empty());
    let first: CountedPage<User> = owner.show("/users?limit=2").await;
    assert_eq!(first.total.count, 4);
    assert_eq!(first.items[0].grants, [everything(Role::BackupOperator)]);
    owner.delete(&format!("/users/{}", first.items[1].id)).await.is(204);
    let next = first.next.expect("there is more");
    assert_eq!(names(&format!("limit=2&after={next}")).await, ["bobby", OWNER]);
}
