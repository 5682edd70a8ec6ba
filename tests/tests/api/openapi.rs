//! The API's document: `docs/openapi.json` is what the handlers say.

use std::fs;
use std::path::Path;

use tests::Cofre;

/// Set to 1, the test writes the file instead of comparing with it.
const WRITE: &str = "COFRE_WRITE_OPENAPI";

#[test]
fn should_be_committed_as_it_is_generated() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/openapi.json");
    let generated = server::http::document().to_pretty_json().unwrap() + "\n";
    if std::env::var_os(WRITE).is_some_and(|value| value == "1") {
        fs::write(&path, &generated).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    let difference = committed.lines().zip(generated.lines()).enumerate().find(|(_, (old, new))| old != new);
    assert!(
        committed == generated,
        "docs/openapi.json is not what the server generates, first at {difference:?}; \
         run the test with {WRITE}=1, look at the difference and commit it"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_served_to_everybody() {
    let cofre = Cofre::start_idle().await;
    let nobody = cofre.nobody();
    let served: serde_json::Value = nobody.send(nobody.at("GET", "/api/openapi.json")).await.body(200);
    assert_eq!(served, serde_json::to_value(server::http::document()).unwrap());
}

/// Every schema that a route names is in the document, and every operation says how it ends.
#[test]
fn should_be_complete_in_itself() {
    let document = serde_json::to_value(server::http::document()).unwrap();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let text = document.to_string();
    let named: Vec<_> =
        text.split("\"#/components/schemas/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(named.len() > 50);
    for name in named {
        assert!(schemas.contains_key(name), "{name} is named and not there");
    }
}
