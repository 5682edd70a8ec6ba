//! Two sides of a server that have nothing in common: a group with a host, a machine, a vault, an item, a job and a point each.

use std::collections::HashMap;

use reqwest::RequestBuilder;
use serde_json::{Value, json};
use shared::auth::{Role, Scope, Token};
use shared::id::{ResourceGroupId, VaultId};
use shared::job::Job;
use shared::machine::EnableBackup;
use shared::resource_group::ResourceGroup;
use shared::screen::{Pairing, Screen};
use tests::{Client, Cofre, NORTH, PASSWORD, content, everything, images};
use uuid::Uuid;

use super::document::{Document, Route};

/// A server with two sides, and its Owner.
pub(crate) struct Sides {
    /// The server.
    pub(crate) cofre: Cofre,
    /// Its Owner.
    pub(crate) owner: Client,
    /// One side.
    pub(crate) mine: Side,
    /// The other.
    pub(crate) theirs: Side,
}

/// A side: what there is on it, by the types of the ids.
#[derive(Clone, Debug)]
pub(crate) struct Side {
    /// Its group.
    pub(crate) group: ResourceGroupId,
    /// Its vault.
    pub(crate) vault: VaultId,
    /// A screen that shows its group; the one in `known` shows its vault.
    pub(crate) screen_of_group: String,
    /// What is said for a type (an id, a scope) or for a field of this name.
    pub(crate) known: HashMap<String, Value>,
}

impl Sides {
    /// A server with both.
    pub(crate) async fn new() -> Self {
        let cofre = Cofre::start().await;
        let owner = cofre.owner().await;
        let mine = side(&cofre, &owner, "mine").await;
        let theirs = side(&cofre, &owner, "theirs").await;
        Self { cofre, owner, mine, theirs }
    }
}

impl Side {
    /// One of its ids.
    pub(crate) fn id(&self, kind: &str) -> &str {
        self.known[kind].as_str().unwrap()
    }

    /// The route's path with this side's objects in it.
    pub(crate) fn path(&self, route: &Route) -> String {
        let mut before = "";
        let segments = route.path.split('/').map(|segment| {
            let noun = std::mem::replace(&mut before, segment);
            match segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
                Some(parameter) => self.object(noun, parameter, route),
                None => segment.to_owned(),
            }
        });
        segments.collect::<Vec<_>>().join("/")
    }

    fn object(&self, noun: &str, parameter: &str, route: &Route) -> String {
        let kind = match (noun, parameter) {
            ("pairings", "code") => "code".to_owned(),
            ("help", "language") | (_, "article") => parameter.to_owned(),
            (_, "id") => match noun.strip_suffix("ies") {
                Some(rest) => id_type(&format!("{rest}y")),
                None => id_type(noun.trim_end_matches('s')),
            },
            _ => id_type(parameter.trim_end_matches("_id")),
        };
        let known = self.known.get(&kind);
        let known = known.and_then(Value::as_str);
        known.unwrap_or_else(|| panic!("{} names a {kind}: give the sides of the walk one", route.name())).to_owned()
    }

    /// The request of this route about this side.
    pub(crate) fn request(&self, client: &Client, route: &Route, document: &Document) -> RequestBuilder {
        let request = client.request(&route.method, &self.path(route));
        match &route.body {
            Some(schema) => request.json(&document.example(schema, &self.known)),
            None => request,
        }
    }
}

/// "recovery-point" is a `RecoveryPointId`.
fn id_type(noun: &str) -> String {
    let words = noun.split(['-', '_']).map(|word| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_uppercase() + rest
    });
    words.collect::<String>() + "Id"
}

async fn side(cofre: &Cofre, owner: &Client, name: &str) -> Side {
    let folder = cofre.place.images().join(name);
    images::raw(&folder.join(format!("{name}.raw")), &content::disk(name.len() as u64));
    let subscription = owner.group().await.subscription_id;
    let new = json!({"name": format!("group-of-{name}"), "subscription_id": subscription});
    let group: ResourceGroup = owner.post("/resource-groups", &new).await.body(201);
    let location = owner.location(NORTH).await.id;
    let new = json!({"name": format!("host-of-{name}"), "folder": folder, "location_id": location, "resource_group_id": group.id});
    let host: shared::host::Host = owner.post("/hosts", &new).await.body(201);
    let new = json!({"name": format!("vault-of-{name}"), "location_id": location, "resource_group_id": group.id});
    let job: Job = owner.post("/vaults", &new).await.body(202);
    let vault = owner.vault(owner.completed(job.id).await.vault.unwrap().id).await;
    let policy = owner.default_policy(vault.id).await.id;
    let machine = owner.machine(name).await.id;
    let request = EnableBackup { vault_id: vault.id, policy_id: policy };
    let item: shared::item::Item = owner.post(&format!("/machines/{machine}/protection"), &request).await.body(201);
    let point = owner.backed_up(item.id).await;
    owner.add_token(everything(Role::BackupReader)).await;
    let token = owner.list::<Token>("/tokens").await.pop().unwrap();
    let user: shared::auth::User = {
        let grants = [everything(Role::BackupReader)];
        let new = json!({"name": format!("user-of-{name}"), "password": PASSWORD, "grants": grants});
        owner.post("/users", &new).await.body(201)
    };
    let screen = screen(cofre, owner, Scope::Vault(vault.id)).await.1;
    let screen_of_group = screen_of(cofre, owner, group.id).await;
    let ids = [
        ("HostId", host.id.uuid()),
        ("ItemId", item.id.uuid()),
        ("JobId", point.job_id.expect("a job made it").uuid()),
        ("LocationId", location.uuid()),
        ("MachineId", machine.uuid()),
        ("PolicyId", policy.uuid()),
        ("RecoveryPointId", point.id.uuid()),
        ("ResourceGroupId", group.id.uuid()),
        ("ScreenId", screen.id.uuid()),
        ("SubscriptionId", subscription.uuid()),
        ("TokenId", token.id.uuid()),
        ("UserId", user.id.uuid()),
        ("VaultId", vault.id.uuid()),
    ];
    let mut known: HashMap<_, _> = ids.into_iter().map(|(kind, id)| (kind.to_owned(), json!(id))).collect();
    let waiting: Pairing = cofre.nobody().call("/screens/pairings").await.body(201);
    let (root, more) = (cofre.place.restores(), format!("more-{}", vault.name));
    let texts = [
        ("root", json!(root)),
        ("code", json!(waiting.code)),
        ("password", json!(PASSWORD)),
        ("name", json!(more)),
        ("language", json!("sv-SE")),
        ("article", json!("backup-now")),
    ];
    known.extend(texts.map(|(field, text)| (field.to_owned(), text)));
    Side { group: group.id, vault: vault.id, screen_of_group, known }
}

async fn screen_of(cofre: &Cofre, owner: &Client, group: ResourceGroupId) -> String {
    screen(cofre, owner, Scope::ResourceGroup(group)).await.1.id.to_string()
}

/// A shared screen with its cookie.
pub(crate) async fn screen(cofre: &Cofre, owner: &Client, scope: Scope) -> (Client, Screen) {
    let nobody = cofre.nobody();
    let answer = nobody.call("/screens/pairings").await;
    let pairing: Pairing = answer.body(201);
    let body = json!({"code": pairing.code, "name": format!("screen {}", Uuid::now_v7()), "scope": scope});
    let screen = owner.post("/screens", &body).await.body(201);
    (nobody.with_cookie(answer.header("set-cookie")), screen)
}
