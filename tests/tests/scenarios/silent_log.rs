//! The log, as talkative as it gets, after every kind of secret was used: none of them stands in it.

use serde_json::json;
use shared::auth::{NewToken, Role};
use shared::machine::DiskFormat;
use shared::screen::Pairing;
use tests::{OWNER, PASSWORD, Place, Process, content, everything, images};

use crate::program;

/// What a cookie carries.
fn cookie_secret(set_cookie: &str) -> String {
    set_cookie.split(['=', ';']).nth(1).unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn should_keep_every_secret_out_of_the_log() {
    let place = Place::new();
    images::raw(&place.images().join("web.raw"), &content::disk(1));
    let mut command = Process::command(program::path(), &place, "");
    command.env("COFRE_LOG", "trace");
    let (process, owner) = Process::start_new(command).await;
    let nobody = process.nobody();
    let wrong = "an almost right password";
    nobody.post("/sessions", &json!({"name": OWNER, "password": wrong})).await.is(401);
    let session = nobody.post("/sessions", &json!({"name": OWNER, "password": PASSWORD})).await;
    let person = nobody.with_cookie(session.header("set-cookie"));
    person.get("/vaults").await.is(200);
    let token: NewToken =
        owner.post("/tokens", &json!({"name": "script", "grant": everything(Role::Owner)})).await.body(201);
    let script = nobody.with_token(&token.secret);
    script.get("/vaults").await.is(200);
    nobody.with_token("a-made-up-token-secret").get("/vaults").await.is(401);
    let waiting = nobody.call("/screens/pairings").await;
    let pairing: Pairing = waiting.body(201);
    let new = json!({"code": pairing.code, "name": "Office", "scope": {"scope": "everything"}});
    owner.post("/screens", &new).await.is(201);
    nobody.with_cookie(waiting.header("set-cookie")).get("/overview").await.is(200);
    script.add_host("rack", &place.images()).await;
    let vault = script.add_vault("prod").await;
    let item = script.protect("web", vault.id).await.id;
    let point = script.backed_up(item).await;
    script.restored(point.id, &place.restores(), "back", DiskFormat::Raw).await;
    let password = owner.password(vault.id).await.password;
    person.delete("/sessions/current").await.is(204);
    let key = std::fs::read(place.master_key()).unwrap();
    let ended = tokio::task::spawn_blocking(move || process.terminate()).await.unwrap();
    assert!(ended.status.success(), "{ended:#?}");

    let log = ended.output;
    assert!(log.contains("DEBUG"), "it is as talkative as it gets: {}", &log[..log.len().min(2000)]);
    let secrets = [
        ("a person's password", PASSWORD.to_owned()),
        ("a wrong password", wrong.to_owned()),
        ("a session", cookie_secret(session.header("set-cookie"))),
        ("a token", token.secret),
        ("a token that is none", "a-made-up-token-secret".to_owned()),
        ("a screen", cookie_secret(waiting.header("set-cookie"))),
        ("a vault's password", password),
        ("the master key", key.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))),
        ("the master key", format!("{:?}", &key[..8]).trim_matches(['[', ']']).to_owned()),
    ];
    for (what, secret) in secrets {
        assert!(secret.len() >= 16, "{what} is read as it is: {secret}");
        let line = log.lines().find(|line| line.contains(&secret));
        assert!(line.is_none(), "{what} stands in the log: {line:?}");
    }
}
