//! `/screens`: shared screens, paired by six digits.

use chrono::TimeDelta;
use serde_json::json;
use server::http::{Access, RULES};
use shared::audit::AuditEntry;
use shared::auth::{Role, Scope};
use shared::event::{Event, Topic};
use shared::overview::Overview;
use shared::page::CountedPage;
use shared::problem::{Code, FieldReason};
use shared::screen::{PAIRING_MINUTES, Pairing, Screen, ScreenState, WaitingScreen};
use tests::{Answer, Client, Cofre, OWNER, content, everything, images, on_group, on_vault};
use uuid::Uuid;

/// A browser that asks to be paired; answers it with its cookie, and its code.
async fn ask(cofre: &Cofre) -> (Client, Pairing) {
    let nobody = cofre.nobody();
    let request = nobody.request("POST", "/screens/pairings").header("user-agent", "Telly/1.0");
    let answer = nobody.send(request).await;
    let pairing = answer.body(201);
    let cookie = answer.header("set-cookie");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
    (nobody.with_cookie(cookie), pairing)
}

async fn pair(client: &Client, code: &str, scope: Scope) -> Answer {
    client.post("/screens", &json!({"code": code, "name": "Office", "scope": scope})).await
}

/// A screen that this client has let in.
async fn paired(cofre: &Cofre, client: &Client, scope: Scope) -> (Client, Screen) {
    let (screen, pairing) = ask(cofre).await;
    let record = pair(client, &pairing.code, scope).await.body(201);
    (screen, record)
}

async fn state(screen: &Client) -> ScreenState {
    screen.show("/screens/current").await
}

#[tokio::test(flavor = "multi_thread")]
async fn should_let_a_screen_in_by_the_code_that_it_shows() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    assert_eq!(state(&cofre.nobody()).await, ScreenState::Unpaired);
    assert_eq!(state(&owner).await, ScreenState::SignedIn);
    let (screen, pairing) = ask(&cofre).await;
    assert_eq!(state(&screen).await, ScreenState::Waiting { pairing: pairing.clone() });
    screen.get("/overview").await.problem(Code::Unauthenticated);
    let seen: WaitingScreen = owner.show(&format!("/screens/pairings/{}", pairing.code)).await;
    assert_eq!((seen.address.as_str(), seen.browser.as_str()), ("127.0.0.1", "Telly/1.0"));
    let made: Screen = pair(&owner, &pairing.code, Scope::Everything).await.body(201);
    assert_eq!((made.name.as_str(), made.paired_by.as_str(), made.last_seen_at), ("Office", OWNER, None));
    assert_eq!(state(&screen).await, ScreenState::Paired { name: "Office".to_owned() });
    screen.get("/overview").await.is(200);
    screen.live().await;
    let listed: Vec<Screen> = owner.list("/screens").await;
    assert_eq!((listed.len(), listed[0].id), (1, made.id));
    assert!(listed[0].last_seen_at.is_some_and(|seen| seen >= made.paired_at));
    pair(&owner, &pairing.code, Scope::Everything).await.problem(Code::PairingCodeUnknown);
    let log: Vec<AuditEntry> = owner.list("/audit").await;
    assert_eq!(
        (log[0].actor.as_str(), log[0].action.as_str(), log[0].subject.as_str()),
        (OWNER, "screen.pair", "Office")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn should_forget_a_code_after_five_minutes() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let (screen, pairing) = ask(&cofre).await;
    cofre.clock.advance(TimeDelta::minutes(PAIRING_MINUTES) - TimeDelta::seconds(20));
    owner.get(&format!("/screens/pairings/{}", pairing.code)).await.is(200);
    let again: Pairing = screen.call("/screens/pairings").await.body(201);
    assert_eq!(again, pairing, "who asks twice waits with one code");
    cofre.clock.advance(TimeDelta::seconds(21));
    assert_eq!(state(&screen).await, ScreenState::Unpaired);
    owner.get(&format!("/screens/pairings/{}", pairing.code)).await.problem(Code::PairingCodeUnknown);
    let refused = pair(&owner, &pairing.code, Scope::Everything).await;
    refused.field(Code::PairingCodeUnknown, "code", FieldReason::Unknown);
    let renewed: Pairing = screen.call("/screens/pairings").await.body(201);
    assert_ne!(renewed.code, pairing.code);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_let_few_wait_at_a_time_from_one_address() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let mut codes = Vec::new();
    for _ in 0..5 {
        codes.push(ask(&cofre).await.1.code);
    }
    let refused = cofre.nobody().call("/screens/pairings").await;
    refused.problem(Code::TooManyAttempts);
    assert!(refused.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds <= 300));
    pair(&owner, &codes[0], Scope::Everything).await.is(201);
    ask(&cofre).await;
    cofre.nobody().call("/screens/pairings").await.problem(Code::TooManyAttempts);
    cofre.clock.advance(TimeDelta::minutes(PAIRING_MINUTES));
    ask(&cofre).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_slow_down_those_who_guess_codes() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let (_, pairing) = ask(&cofre).await;
    let wrong = if pairing.code == "000000" { "000001" } else { "000000" };
    for _ in 0..4 {
        owner.get(&format!("/screens/pairings/{wrong}")).await.problem(Code::PairingCodeUnknown);
    }
    pair(&owner, wrong, Scope::Everything).await.problem(Code::PairingCodeUnknown);
    pair(&owner, &pairing.code, Scope::Everything).await.problem(Code::TooManyAttempts);
    owner.get(&format!("/screens/pairings/{}", pairing.code)).await.problem(Code::TooManyAttempts);
    cofre.clock.advance(TimeDelta::seconds(2));
    pair(&owner, &pairing.code, Scope::Everything).await.is(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_let_a_screen_read_the_wall_and_nothing_else() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let (screen, _) = paired(&cofre, &owner, Scope::Everything).await;
    let mut refused = 0;
    for (method, path, access) in RULES {
        let route = path.replace("{id}", &Uuid::nil().to_string()).replace("{code}", "000000");
        match access {
            Access::OnTheWall if *path == "/events" => drop(screen.live().await),
            Access::OnTheWall => screen.get(&route).await.is(200),
            Access::Everybody => {}
            Access::Themselves | Access::With(_) => {
                let answer = screen.send(screen.request(method, &route).json(&json!({}))).await;
                assert_eq!(answer.status, 401, "{method} {path}: {answer:?}");
                answer.problem(Code::Unauthenticated);
                refused += 1;
            }
        }
    }
    assert!(refused > 40, "{refused} routes were refused");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_show_a_screen_its_scope_alone() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    for (seed, name) in [(1, "in"), (2, "out")] {
        images::raw(&cofre.place.images().join(format!("{name}.raw")), &content::disk(seed));
    }
    owner.add_host("rack", &cofre.place.images()).await;
    let (shown, hidden) = (owner.add_vault("shown").await, owner.add_vault("hidden").await);
    let inside = owner.protect("in", shown.id).await.id;
    let outside = owner.protect("out", hidden.id).await.id;
    let (screen, record) = paired(&cofre, &owner, Scope::Vault(shown.id)).await;
    assert_eq!(record.scope_name.as_deref(), Some("shown"));
    let mut live = screen.live().await;
    for item in [outside, inside] {
        owner.backed_up(item).await;
    }
    let seen: Overview = screen.show("/overview").await;
    let names = |seen: &Overview| seen.machines.iter().map(|machine| machine.name.clone()).collect::<Vec<_>>();
    assert_eq!((names(&seen), seen.vaults.len()), (vec!["in".to_owned()], 1));
    let all: Overview = owner.show("/overview").await;
    assert_eq!((names(&all).len(), all.vaults.len()), (2, 2));
    let narrowed: Overview = owner.show(&format!("/overview?vault_id={}", hidden.id)).await;
    assert_eq!((names(&narrowed), narrowed.vaults.len()), (vec!["out".to_owned()], 1));
    let none: Overview = screen.show(&format!("/overview?vault_id={}", hidden.id)).await;
    assert_eq!((names(&none).len(), none.vaults.len()), (0, 0));
    let job = owner.back_up(inside).await.id;
    let told = live.until(|event| if let Event::Progress { job, .. } = event { Some(job) } else { None });
    assert_ne!(told.await.uuid(), Uuid::nil());
    owner.ended(job).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_pair_at_most_what_the_pairer_operates() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let (own, other) = (owner.add_vault("own").await, owner.add_vault("other").await);
    let operator = owner.add_token(on_vault(Role::BackupOperator, own.id)).await;
    let of_group = owner.add_token(on_group(Role::BackupOperator, own.resource_group.id)).await;
    let reader = owner.add_token(everything(Role::BackupReader)).await;
    let (screen, pairing) = ask(&cofre).await;
    let code = &pairing.code;
    pair(&reader, code, Scope::Vault(own.id)).await.problem(Code::Forbidden);
    reader.get(&format!("/screens/pairings/{code}")).await.problem(Code::Forbidden);
    pair(&operator, code, Scope::Everything).await.problem(Code::Forbidden);
    pair(&operator, code, Scope::Vault(other.id)).await.field(Code::InvalidInput, "scope", FieldReason::Unknown);
    pair(&operator, code, Scope::ResourceGroup(own.resource_group.id)).await.field(
        Code::InvalidInput,
        "scope",
        FieldReason::Unknown,
    );
    let record: Screen = pair(&operator, code, Scope::Vault(own.id)).await.body(201);
    screen.get("/overview").await.is(200);
    // Who may operate the group may manage its vaults' screens; who may not, does not know of them.
    let (_, of_other) = paired(&cofre, &of_group, Scope::Vault(other.id)).await;
    let (_, of_all) = paired(&cofre, &owner, Scope::Everything).await;
    assert_eq!(operator.list::<Screen>("/screens").await.len(), 1);
    assert_eq!(of_group.list::<Screen>("/screens").await.len(), 2);
    assert_eq!(owner.list::<Screen>("/screens").await.len(), 3);
    for hidden in [of_other.id, of_all.id] {
        operator.delete(&format!("/screens/{hidden}")).await.problem(Code::NotFound);
    }
    of_group.delete(&format!("/screens/{}", record.id)).await.is(204);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_end_a_screen_and_its_stream_when_it_is_revoked() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let (screen, record) = paired(&cofre, &owner, Scope::Everything).await;
    let (other, _) = paired(&cofre, &owner, Scope::Everything).await;
    let (mut live, mut of_other) = (screen.live().await, other.live().await);
    owner.delete(&format!("/screens/{}", record.id)).await.is(204);
    while live.next().await.is_some() {}
    let told = |event| matches!(event, Event::Changed { topic: Topic::Screens, id: Some(_) }).then_some(());
    of_other.until(told).await;
    screen.get("/overview").await.problem(Code::Unauthenticated);
    screen.get("/events").await.problem(Code::Unauthenticated);
    assert!(matches!(state(&screen).await, ScreenState::Revoked { name, .. } if name == "Office"));
    assert_eq!(owner.list::<Screen>("/screens").await.len(), 1);
    owner.delete(&format!("/screens/{}", record.id)).await.problem(Code::NotFound);
    let log: Vec<AuditEntry> = owner.list("/audit").await;
    assert_eq!((log[0].action.as_str(), log[0].subject.as_str()), ("screen.revoke", "Office"));
    // It may ask again.
    let pairing: Pairing = screen.call("/screens/pairings").await.body(201);
    pair(&owner, &pairing.code, Scope::Everything).await.is(201);
}

/// What the screen keeps stands nowhere in the server's files.
#[tokio::test(flavor = "multi_thread")]
async fn should_keep_hashes_of_secrets_alone() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let secret_of = |answer: &Answer| {
        let cookie = answer.header("set-cookie");
        cookie.split(['=', ';']).nth(1).expect("the cookie has a value").to_owned()
    };
    let waiting = cofre.nobody().call("/screens/pairings").await;
    let let_in = cofre.nobody().call("/screens/pairings").await;
    pair(&owner, &let_in.body::<Pairing>(201).code, Scope::Everything).await.is(201);
    let secrets = [secret_of(&waiting), secret_of(&let_in)];
    assert!(secrets.iter().all(|secret| secret.len() >= 40), "{secrets:?}");
    let place = cofre.stop().await;
    let database = place.database_content();
    let holds = |text: &str| database.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds("Office"), "a screen's name is not sealed, so this test would see a secret");
    assert!(!secrets.iter().any(|secret| holds(secret)));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_hear_that_the_server_is_there_while_nothing_happens() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let mut live = owner.live().await;
    live.until(|event| matches!(event, Event::Pulse).then_some(())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_found_sorted_and_counted_within_what_one_may_revoke() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let (mine, theirs) = (owner.add_vault("mine").await, owner.add_vault("theirs").await);
    let operator = owner.add_user("oskar", on_vault(Role::BackupOperator, mine.id)).await;
    for (name, scope) in [
        ("Lobby_1", Scope::Everything),
        ("office", Scope::Vault(mine.id)),
        ("Lab", Scope::Vault(theirs.id)),
        ("hall", Scope::Vault(mine.id)),
        ("floor", Scope::ResourceGroup(mine.resource_group.id)),
    ] {
        let (_, pairing) = ask(&cofre).await;
        let body = json!({"code": pairing.code, "name": name, "scope": scope});
        owner.post("/screens", &body).await.is(201);
        cofre.clock.advance(TimeDelta::minutes(1));
    }
    let names = async |client: &Client, query: &str| {
        let screens: Vec<Screen> = client.list(&format!("/screens?{query}")).await;
        screens.into_iter().map(|screen| screen.name).collect::<Vec<_>>()
    };
    assert_eq!(names(&owner, "sort=name").await, ["floor", "hall", "Lab", "Lobby_1", "office"]);
    assert_eq!(names(&owner, "q=_").await, ["Lobby_1"]);
    assert_eq!(names(&owner, "q=L&sort=-paired").await, ["floor", "hall", "Lab", "Lobby_1"]);
    let first: CountedPage<Screen> = operator.show("/screens?limit=1").await;
    assert_eq!((first.items[0].name.as_str(), first.total.count), ("office", 2));
    let next = first.next.expect("there is more");
    assert_eq!(names(&operator, &format!("limit=1&after={next}")).await, ["hall"]);
}
