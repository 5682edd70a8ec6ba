//! Every route as every role, by session and by token, on everything, on a vault and on a group, about objects in scope and out of it; as nobody;
//! and as a shared screen. What is refused changes nothing.

use std::slice;

use serde_json::json;
use server::http::{Access, RULES};
use shared::auth::{Grant, Role, Scope};
use shared::problem::Code;
use shared::screen::Pairing;
use tests::{Client, Cofre, PASSWORD, everything, on_group, on_vault};
use uuid::Uuid;

use super::document::{Document, Route};
use super::sides::{Side, Sides, screen};
use super::still::{assert_unchanged, everything_readable};

const ROLES: [Role; 4] = [Role::BackupReader, Role::BackupOperator, Role::BackupContributor, Role::Owner];

/// Routes that concern the whole server: a role on a part of it is not enough, however high. Whatever else lies beneath them counts too.
const OF_THE_WHOLE_SERVER: [&str; 12] = [
    "/users",
    "/tokens",
    "/audit",
    "/image-roots",
    "/sample-disks",
    "POST /subscriptions",
    "POST /resource-groups",
    "POST /hosts",
    "POST /vaults/inspect",
    "POST /vaults/connect",
    "GET /locations/{id}/found-vaults",
    "POST /clock/confirm",
];

/// Someone who asks.
struct Caller {
    name: String,
    client: Client,
    /// Nothing for nobody and for screens.
    grant: Option<Grant>,
    is_script: bool,
    is_screen: bool,
}

/// What must come of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expected {
    Unauthenticated,
    Forbidden,
    NotFound,
    /// The handler does what is asked, or finds something wrong with what is asked.
    LetIn,
    /// The body names objects out of scope: whatever is wrong with that is said, and it is not done.
    NotDone,
}

fn rule(route: &Route) -> Access {
    let found = RULES.iter().find(|(method, path, _)| *method == route.method && *path == route.path);
    found.unwrap_or_else(|| panic!("{} is not in RULES", route.name())).2
}

fn is_of_the_whole_server(route: &Route) -> bool {
    let beneath = |prefix: &str, path: &str| {
        path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    OF_THE_WHOLE_SERVER.iter().any(|entry| match entry.split_once(' ') {
        Some((method, path)) => route.method == method && route.path == path,
        None => beneath(entry, &route.path),
    })
}

fn expected(caller: &Caller, route: &Route, in_scope: bool) -> Expected {
    let permission = match rule(route) {
        Access::Everybody => return Expected::LetIn,
        Access::Themselves if caller.grant.is_some() && !caller.is_script => return Expected::LetIn,
        Access::OnTheWall if caller.is_screen => return Expected::LetIn,
        Access::OnTheWall if caller.grant.is_some() => return Expected::LetIn,
        Access::Themselves | Access::OnTheWall => return Expected::Unauthenticated,
        Access::With(permission) => permission,
    };
    let Some(grant) = caller.grant else { return Expected::Unauthenticated };
    if grant.role < permission.least_role() {
        return Expected::Forbidden;
    }
    if grant.scope == Scope::Everything {
        return Expected::LetIn;
    }
    if is_of_the_whole_server(route) {
        return Expected::Forbidden;
    }
    // A host is part of its group and of no vault; a code that waits is on nobody's side.
    let on_no_vault = route.path.starts_with("/hosts/") && matches!(grant.scope, Scope::Vault(_));
    if route.path.contains("{code}") {
        return Expected::LetIn;
    }
    if in_scope && !on_no_vault {
        return Expected::LetIn;
    }
    match (route.names_an_object(), &route.body) {
        (true, _) => Expected::NotFound,
        (false, Some(_)) => Expected::NotDone,
        (false, None) => Expected::LetIn,
    }
}

/// Everybody but the Owner who set the server up.
async fn callers(sides: &Sides) -> Vec<Caller> {
    let Sides { cofre, owner, mine, .. } = sides;
    let mut callers = vec![Caller {
        name: "nobody".to_owned(),
        client: cofre.nobody(),
        grant: None,
        is_script: false,
        is_screen: false,
    }];
    for scope in [Scope::Everything, Scope::Vault(mine.vault)] {
        let client = screen(cofre, owner, scope).await.0;
        callers.push(Caller {
            name: format!("a screen of {scope:?}"),
            client,
            grant: None,
            is_script: false,
            is_screen: true,
        });
    }
    for (number, role) in ROLES.into_iter().enumerate() {
        for (letter, grant) in
            [("e", everything(role)), ("v", on_vault(role, mine.vault)), ("g", on_group(role, mine.group))]
        {
            let name = format!("{role:?} of {:?}", grant.scope);
            let script = owner.add_token(grant).await;
            callers.push(Caller {
                name: format!("{name} by token"),
                client: script,
                grant: Some(grant),
                is_script: true,
                is_screen: false,
            });
            let person = owner.add_user(&format!("person-{letter}{number}"), grant).await;
            callers.push(Caller { name, client: person, grant: Some(grant), is_script: false, is_screen: false });
        }
    }
    callers
}

/// The side as this caller can reach it: a screen's place is what it shows, and nobody shows more than they may see.
fn reached(side: &Side, caller: &Caller) -> Side {
    let mut side = side.clone();
    let scope = match caller.grant.map(|grant| grant.scope) {
        Some(Scope::ResourceGroup(_)) => {
            side.known.insert("ScreenId".to_owned(), json!(side.screen_of_group));
            Scope::ResourceGroup(side.group)
        }
        Some(Scope::Vault(_)) => Scope::Vault(side.vault),
        Some(Scope::Everything) | None => Scope::Everything,
    };
    side.known.insert("Scope".to_owned(), json!(scope));
    side
}

/// The walk, on its way.
struct Walk<'a> {
    sides: &'a Sides,
    document: Document,
    /// A code that a screen shows now.
    code: String,
    complaints: Vec<String>,
}

impl Walk<'_> {
    /// Asks, and notes what is wrong with the answer.
    async fn ask(&mut self, caller: &Caller, route: &Route, side: &Side, wanted: Expected) {
        let mut side = reached(side, caller);
        side.known.insert("code".to_owned(), json!(self.code));
        let deletes = route.method == "DELETE" && wanted == Expected::LetIn;
        if deletes {
            // What may be deleted is not: nothing has this id, and the handler says so.
            side.known.values_mut().for_each(|known| *known = json!(Uuid::nil()));
        }
        let answer = caller.client.send(side.request(&caller.client, route, &self.document)).await;
        let is_good = match wanted {
            Expected::Unauthenticated => answer.status == 401,
            Expected::Forbidden => answer.status == 403,
            Expected::NotFound => answer.status == 404,
            Expected::LetIn if deletes => answer.status == 404,
            Expected::LetIn if !route.changes() => matches!(answer.status, 200 | 204 | 303),
            Expected::LetIn => !matches!(answer.status, 400 | 401 | 403 | 404 | 405 | 429 | 500..),
            Expected::NotDone => matches!(answer.status, 403 | 404 | 422),
        };
        if !is_good {
            let said = format!("{wanted:?}, not {}: {}", answer.status, answer.text);
            self.complaints.push(format!("{} as {}: {said}", route.name(), caller.name));
        }
        if route.name() == "POST /screens" && answer.status == 201 {
            self.code = new_code(&self.sides.cofre).await;
        }
    }
}

/// A code that a new screen shows. One waits for five minutes, and few may wait at a time.
async fn new_code(cofre: &Cofre) -> String {
    cofre.nobody().call("/screens/pairings").await.body::<Pairing>(201).code
}

/// Routes by which everybody may change something, and signing out, have tests of their own: what they answer depends on what is sent.
fn is_walked(route: &Route) -> bool {
    !(route.changes() && matches!(rule(route), Access::Everybody | Access::Themselves))
}

#[tokio::test(flavor = "multi_thread")]
async fn should_answer_every_role_about_every_route_as_the_table_says() {
    let sides = Sides::new().await;
    let callers = callers(&sides).await;
    let code = new_code(&sides.cofre).await;
    let mut walk = Walk { sides: &sides, document: Document::new(), code, complaints: Vec::new() };
    let routes: Vec<_> = walk.document.routes().into_iter().filter(is_walked).collect();
    let both = [&sides.mine, &sides.theirs];
    let before = everything_readable(&sides.owner, both, &walk.document).await;
    // First everything that is refused, which changes nothing; then what is let in.
    for let_in in [false, true] {
        for caller in &callers {
            for route in &routes {
                for (side, in_scope) in [(&sides.mine, true), (&sides.theirs, false)] {
                    let wanted = expected(caller, route, in_scope);
                    if (wanted == Expected::LetIn) == let_in {
                        walk.ask(caller, route, side, wanted).await;
                    }
                }
            }
        }
        if !let_in {
            assert_unchanged(&before, &everything_readable(&sides.owner, both, &walk.document).await);
        }
    }
    assert!(walk.complaints.is_empty(), "{} of them:\n{}", walk.complaints.len(), walk.complaints.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_forbid_what_one_sees_and_may_not_touch() {
    let sides = Sides::new().await;
    let grants = [everything(Role::BackupReader), on_vault(Role::BackupOperator, sides.mine.vault)];
    let body = json!({"name": "both", "password": PASSWORD, "grants": grants});
    sides.owner.post("/users", &body).await.is(201);
    let person = sides.cofre.nobody().sign_in("both").await;
    let item = |side: &Side| format!("/items/{}", side.id("ItemId"));
    person.get(&item(&sides.theirs)).await.is(200);
    person.post(&format!("{}/backup", item(&sides.theirs)), &json!({})).await.problem(Code::Forbidden);
    person.post(&format!("{}/backup", item(&sides.mine)), &json!({})).await.is(202);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_end_the_walk_at_what_nobody_told_it_about() {
    let sides = Sides::new().await;
    let strange = Route { method: "GET".to_owned(), path: "/wonders/{id}".to_owned(), query: Vec::new(), body: None };
    let (side, routes) = (sides.mine.clone(), slice::from_ref(&strange).to_vec());
    let walked = tokio::spawn(async move { routes.iter().map(|route| side.path(route)).collect::<Vec<_>>() });
    assert!(walked.await.is_err_and(|error| error.is_panic()));
}
