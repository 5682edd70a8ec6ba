//! Who may do what: every route of the document, as every role and as nobody, against the one table of the server.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use server::http::{Access, RULES, document};
use shared::auth::Role;
use shared::problem::{Code, FieldReason};
use tests::{Answer, Client, Cofre, everything, on_group, on_vault};
use uuid::Uuid;

const ROLES: [Role; 4] = [Role::BackupReader, Role::BackupOperator, Role::BackupContributor, Role::Owner];

/// The route whose answer has no end; it is asked for by itself.
const STREAM: &str = "/events";

/// Every route of the document as method and path beneath the API's prefix.
fn documented() -> Vec<(String, String)> {
    let document = serde_json::to_value(document()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let routes = paths.iter().flat_map(|(path, methods)| {
        let path = path.strip_prefix("/api/v1").expect("every documented route lies beneath the prefix");
        let methods = methods.as_object().unwrap().keys();
        methods.filter(|key| key.as_str() != "parameters").map(move |method| (method.to_uppercase(), path.to_owned()))
    });
    routes.collect()
}

fn rule(method: &str, path: &str) -> Access {
    let found = RULES.iter().find(|(m, p, _)| *m == method && *p == path);
    found.unwrap_or_else(|| panic!("{method} {path} is not in RULES")).2
}

/// Every route but the stream.
fn answered() -> Vec<(String, String)> {
    documented().into_iter().filter(|(_, path)| path != STREAM).collect()
}

/// Asks for a route with an id that nothing has. What is allowed is answered by the handler then, without doing anything.
async fn ask(client: &Client, method: &str, path: &str) -> Answer {
    let route = path.replace("{id}", &Uuid::nil().to_string()).replace("{code}", "000000");
    let request = client.request(method, &route);
    client.send(if matches!(method, "POST" | "PATCH") { request.json(&json!({})) } else { request }).await
}

/// The handler was reached: it shows a list, finds nothing of this id, accepts, or names the fields that are missing.
#[track_caller]
fn is_let_in(answer: &Answer, what: &str) {
    let wanted: &[u16] = match what.split(' ').next() {
        Some("GET") if what.contains('{') => &[404],
        Some("GET") if what.ends_with("/sessions/current") => &[204],
        Some("GET") if what.ends_with("/callback") => &[303],
        Some("GET") => &[200],
        Some("DELETE") => &[204, 404],
        _ => &[201, 202, 204, 404, 422],
    };
    assert!(wanted.contains(&answer.status), "{what}: {answer:?}");
}

#[test]
fn should_have_one_rule_for_each_route_of_the_document_and_no_other() {
    let documented: BTreeSet<_> = documented().into_iter().collect();
    assert!(documented.len() > 40, "the document is read: {documented:?}");
    let rules: Vec<_> = RULES.iter().map(|(method, path, _)| ((*method).to_owned(), (*path).to_owned())).collect();
    assert_eq!(rules.len(), documented.len(), "a rule stands twice, or a route has none");
    assert_eq!(rules.into_iter().collect::<BTreeSet<_>>(), documented);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_let_nobody_in_but_to_set_up_and_sign_in() {
    let cofre = Cofre::start_idle().await;
    cofre.owner().await;
    let nobody = cofre.nobody();
    for (method, path) in answered() {
        let answer = ask(&nobody, &method, &path).await;
        match rule(&method, &path) {
            Access::Everybody => is_let_in(&answer, &format!("{method} {path}")),
            Access::Themselves | Access::OnTheWall | Access::With(_) => {
                assert_eq!(answer.status, 401, "{method} {path}: {answer:?}");
                answer.problem(Code::Unauthenticated);
            }
        }
    }
    ask(&nobody, "GET", STREAM).await.problem(Code::Unauthenticated);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_let_each_role_do_what_it_has_and_nothing_above() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    for role in ROLES {
        let script = owner.add_token(everything(role)).await;
        for (method, path) in answered() {
            let what = format!("{method} {path}");
            let answer = ask(&script, &method, &path).await;
            match rule(&method, &path) {
                Access::Everybody | Access::OnTheWall => is_let_in(&answer, &what),
                Access::Themselves => assert_eq!(answer.status, 401, "{what} is for people: {answer:?}"),
                Access::With(permission) if role >= permission.least_role() => is_let_in(&answer, &what),
                Access::With(_) => {
                    assert_eq!(answer.status, 403, "{what} as {role:?}: {answer:?}");
                    answer.problem(Code::Forbidden);
                }
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_let_every_person_see_and_end_their_own_session() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    for (number, role) in ROLES.into_iter().enumerate() {
        let person = owner.add_user(&format!("person{number}"), everything(role)).await;
        person.get("/sessions/current").await.is(200);
        person.delete("/sessions/current").await.is(204);
        person.get("/sessions/current").await.is(204);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_open_the_stream_to_every_role() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    for role in ROLES {
        owner.add_token(everything(role)).await.live().await;
    }
}

/// What works on the whole server is not for a role on a part of it, however high.
#[tokio::test(flavor = "multi_thread")]
async fn should_keep_what_concerns_everything_from_an_owner_of_a_part() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let vault = owner.add_vault("part").await;
    let bodies = [
        ("/users", json!({"name": "mallory", "password": tests::PASSWORD, "grants": [everything(Role::Owner)]})),
        ("/tokens", json!({"name": "x", "grant": everything(Role::Owner)})),
        ("/subscriptions", json!({"name": "x"})),
        ("/resource-groups", json!({"name": "x", "subscription_id": vault.subscription_id})),
        ("/hosts", host_body(&owner, &cofre).await),
    ];
    for grant in [on_vault(Role::Owner, vault.id), on_group(Role::Owner, vault.resource_group.id)] {
        let part = owner.add_token(grant).await;
        for route in ["/users", "/tokens", "/audit", "/image-roots"] {
            part.get(route).await.problem(Code::Forbidden);
        }
        for (route, body) in &bodies {
            part.post(route, body).await.problem(Code::Forbidden);
        }
        part.call("/sample-disks").await.problem(Code::Forbidden);
    }
}

async fn host_body(owner: &Client, cofre: &Cofre) -> Value {
    serde_json::to_value(owner.new_host("mine", &cofre.place.images()).await).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn should_answer_what_is_no_route_with_a_problem() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    owner.get("/nothing").await.problem(Code::NotFound);
    owner.send(owner.request("PUT", "/vaults")).await.problem(Code::MethodNotAllowed);
    owner.get("/vaults/not-an-id").await.problem(Code::NotFound);
    owner.get("/vaults?limit=many").await.field(Code::InvalidInput, "limit", FieldReason::Unknown);
    owner.send(owner.request("POST", "/vaults").body("{")).await.problem(Code::BadRequest);
    let broken = owner.request("POST", "/vaults").header("content-type", "application/json").body("{");
    owner.send(broken).await.problem(Code::BadRequest);
    let large = json!({"name": "a".repeat(300 * 1024)});
    owner.post("/subscriptions", &large).await.problem(Code::PayloadTooLarge);
}
