//! Requests from other sites, and the headers that every answer has.

use serde_json::json;
use shared::auth::Role;
use shared::problem::Code;
use tests::{Client, Cofre, everything};

fn create(client: &Client) -> reqwest::RequestBuilder {
    client.bare("POST", "/subscriptions").json(&json!({"name": "Lab"}))
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_a_change_without_the_header_of_its_own_page() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    owner.send(create(&owner)).await.problem(Code::OriginRefused);
    owner.send(owner.bare("DELETE", "/sessions/current")).await.problem(Code::OriginRefused);
    owner.send(owner.bare("GET", "/vaults")).await.is(200);
    owner.send(create(&owner).header("X-Cofre-Request", "1")).await.is(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_take_a_change_of_a_script_without_the_header() {
    let cofre = Cofre::start_idle().await;
    let script = cofre.owner().await.add_token(everything(Role::Owner)).await;
    script.send(create(&script)).await.is(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_a_foreign_origin() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let from = |origin: &str| create(&owner).header("X-Cofre-Request", "1").header("origin", origin.to_owned());
    for foreign in ["http://evil.example", "null", "http://127.0.0.1:1"] {
        owner.send(from(foreign)).await.problem(Code::OriginRefused);
        let read = owner.request("GET", "/vaults").header("origin", foreign);
        owner.send(read).await.problem(Code::OriginRefused);
    }
    owner.send(from(owner.address())).await.is(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_a_foreign_name_that_leads_here() {
    let cofre = Cofre::start_idle().await;
    let nobody = cofre.nobody();
    let by = |host: &str| nobody.request("GET", "/setup").header("host", host.to_owned());
    for foreign in ["evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example"] {
        nobody.send(by(foreign)).await.problem(Code::OriginRefused);
    }
    for ours in ["localhost", "localhost:8080", "127.0.0.1", "[::1]:8080"] {
        nobody.send(by(ours)).await.is(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_answer_to_the_names_that_it_was_told() {
    let cofre = Cofre::start_with(|config| config.host_names = vec!["cofre.example".to_owned()]).await;
    let nobody = cofre.nobody();
    let by = |host: &str| nobody.request("GET", "/setup").header("host", host.to_owned());
    nobody.send(by("Cofre.Example:8080")).await.is(200);
    nobody.send(by("other.example")).await.problem(Code::OriginRefused);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_send_the_same_headers_with_every_answer() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let refused = owner.send(owner.bare("POST", "/subscriptions")).await;
    for answer in [owner.get("/vaults").await, owner.get("/nothing").await, refused] {
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("x-frame-options"), "DENY");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("access-control-allow-origin"), "");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_tell_whoever_watches_over_it_that_it_lives() {
    let cofre = Cofre::start_idle().await;
    let nobody = cofre.nobody();
    nobody.send(nobody.at("GET", "/healthz")).await.is(204);
    nobody.send(nobody.at("GET", "/readyz")).await.is(204);
}
