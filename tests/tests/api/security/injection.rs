//! Names with line breaks and markup: refused, or text and never a header.

use serde_json::json;
use shared::auth::Role;
use shared::machine::Machine;
use tests::{Cofre, content, everything, images};

use crate::walk::document::Document;
use crate::walk::sides::Sides;

const BREAK: &str = "a\r\nset-cookie: cofre-session=x";

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_a_name_with_a_line_break_wherever_people_give_one() {
    let sides = Sides::new().await;
    let document = Document::new();
    let mut tried = 0;
    for route in document.routes() {
        let Some(schema) = &route.body else { continue };
        let mut body = document.example(schema, &sides.mine.known);
        let Some(name) = body.get_mut("name").filter(|_| route.path != "/sessions") else { continue };
        *name = json!(BREAK);
        let path = sides.mine.path(&route);
        let answer = sides.owner.send(sides.owner.request(&route.method, &path).json(&body)).await;
        assert!(matches!(answer.status, 400 | 422), "{}: {answer:?}", route.name());
        assert_eq!(answer.header("set-cookie"), "", "{}", route.name());
        tried += 1;
    }
    assert!(tried >= 6, "only {tried} routes take a name");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_take_the_name_of_a_file_for_text_whatever_it_holds() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let strange = [
        "web\r\nset-cookie: x=1",
        "<img src=x onerror=alert(1)>",
        "quote\"'; drop table machines; --",
        "\u{202e}txt.exe",
    ];
    for (seed, name) in strange.iter().enumerate() {
        images::raw(&cofre.place.images().join(format!("{name}.raw")), &content::disk(seed as u64));
    }
    owner.add_host("rack", &cofre.place.images()).await;
    let answer = owner.get("/machines").await;
    assert_eq!(answer.header("set-cookie"), "");
    let mut names: Vec<String> = owner.list::<Machine>("/machines").await.into_iter().map(|one| one.name).collect();
    let mut wanted = strange.map(str::to_owned);
    names.sort();
    wanted.sort();
    assert_eq!(names, wanted);
    let vault = owner.add_vault("prod").await;
    for name in strange {
        let item = owner.protect(name, vault.id).await.id;
        let point = owner.backed_up(item).await;
        let answer = owner.get(&format!("/jobs/{}", point.job_id.unwrap())).await;
        assert_eq!((answer.status, answer.header("set-cookie")), (200, ""), "{answer:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_answer_with_what_a_header_said() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let token = owner.add_token(everything(Role::Owner)).await;
    for header in ["user-agent", "x-forwarded-for", "x-forwarded-host", "referer", "x-request-id"] {
        let answer = token.send(token.request("GET", "/vaults").header(header, "marked-by-a-stranger")).await;
        answer.is(200);
        assert!(!format!("{answer:?}").contains("marked-by-a-stranger"), "{header}: {answer:?}");
    }
}
