//! Random requests to every route, as an Owner and as nobody: none ends in a fault of ours.
//!
//! A part of what is sent follows the document, a part nearly does, and a part is any JSON. The seed is printed with what was found; set
//! `COFRE_SEED` to send the same again.

use std::fmt::Write as _;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use tests::Client;

use super::document::{Document, Route, type_of};
use super::sides::{Side, Sides};

/// Requests of each route and each of both who ask.
const EACH: usize = 20;

/// Texts that something may stumble over.
const HARD: [&str; 14] = [
    "",
    " ",
    "..",
    "%00",
    "\u{0}",
    "\r\nset-cookie: x=1",
    "' or 1=1 --",
    "<script>alert(1)</script>",
    "\u{202e}\u{feff}",
    "2026-13-45T99:99:99Z",
    "-9223372036854775809",
    "00000000-0000-0000-0000-000000000000",
    "9999-12-31T23:59:59Z",
    "+010000-01-01T00:00:00Z",
];

fn text() -> BoxedStrategy<String> {
    prop_oneof![
        3 => prop::sample::select(HARD.to_vec()).prop_map(str::to_owned),
        2 => any::<String>(),
        1 => (0_usize..5000).prop_map(|length| "a".repeat(length)),
    ]
    .boxed()
}

fn any_json() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(text(), inner, 0..4).prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
    .boxed()
}

/// What the schema asks for, with anything else in a part of its places.
fn fitting(document: &Document, schema: &Value, side: &Side, depth: u32) -> BoxedStrategy<Value> {
    let (schema, name) = document.resolved(schema);
    let known = name.and_then(|name| side.known.get(name)).cloned();
    let good = if let Some(id) = known {
        Just(id).boxed()
    } else if let Some(choices) = ["oneOf", "anyOf"].iter().find_map(|key| schema[*key].as_array()) {
        let choices: Vec<_> = choices.iter().map(|choice| fitting(document, choice, side, depth)).collect();
        prop::strategy::Union::new(choices).boxed()
    } else if let Some(words) = schema["enum"].as_array() {
        prop::sample::select(words.clone()).boxed()
    } else {
        match type_of(schema) {
            "object" if depth > 0 => object(document, schema, side, depth),
            "array" if depth > 0 => {
                vec(fitting(document, &schema["items"], side, depth - 1), 0..4).prop_map(Value::from).boxed()
            }
            "integer" => any::<i64>().prop_map(Value::from).boxed(),
            "boolean" => any::<bool>().prop_map(Value::from).boxed(),
            _ => text().prop_map(Value::from).boxed(),
        }
    };
    prop_oneof![6 => good, 1 => any_json()].boxed()
}

fn object(document: &Document, schema: &Value, side: &Side, depth: u32) -> BoxedStrategy<Value> {
    let properties = schema["properties"].as_object().cloned().unwrap_or_default();
    let fields = properties.into_iter().map(|(name, schema)| {
        let value = prop::option::weighted(0.9, fitting(document, &schema, side, depth - 1));
        (Just(name), value).boxed()
    });
    let fields: Vec<_> = fields.collect();
    fields
        .prop_map(|fields| {
            let given = fields.into_iter().filter_map(|(name, value)| value.map(|value| (name, value)));
            Value::Object(given.collect())
        })
        .boxed()
}

fn quoted(text: &str) -> String {
    text.bytes().fold(String::new(), |mut quoted, byte| {
        write!(quoted, "%{byte:02x}").unwrap();
        quoted
    })
}

/// The route's address with an object of the side or anything in each place, and some of its parameters.
fn address(route: &Route, side: &Side) -> BoxedStrategy<String> {
    let real = side.path(route);
    let places = route.path.matches('{').count();
    let odd = (vec(text(), places), Just(route.path.clone())).prop_map(|(texts, path)| {
        let mut texts = texts.into_iter();
        let segments = path.split('/').map(|segment| match segment.strip_prefix('{') {
            Some(_) => quoted(&texts.next().unwrap_or_default()),
            None => segment.to_owned(),
        });
        segments.collect::<Vec<_>>().join("/")
    });
    let ids: Vec<String> = side.known.values().filter_map(Value::as_str).map(str::to_owned).collect();
    let value = prop_oneof![text(), prop::sample::select(ids), any::<i64>().prop_map(|number| number.to_string())];
    let query = vec(prop::option::of(value), route.query.len());
    let names = route.query.clone();
    (prop_oneof![3 => Just(real), 1 => odd], query)
        .prop_map(move |(path, values)| {
            let given =
                names.iter().zip(values).filter_map(|(name, value)| Some(format!("{name}={}", quoted(&value?))));
            format!("{path}?{}", given.collect::<Vec<_>>().join("&"))
        })
        .boxed()
}

/// A new seed, or the one that someone wants to see again.
fn seed() -> u64 {
    let again = std::env::var("COFRE_SEED").ok().and_then(|text| text.parse().ok());
    again.unwrap_or_else(|| uuid::Uuid::now_v7().as_u64_pair().1)
}

fn runner(seed: u64) -> TestRunner {
    let bytes: Vec<u8> = (0..4).flat_map(|turn: u64| seed.wrapping_add(turn).to_le_bytes()).collect();
    TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
}

/// Sends one; answers what is wrong with the answer.
async fn fault(client: &Client, route: &Route, (path, body): (String, Option<Value>)) -> Option<String> {
    let request = client.request(&route.method, &path);
    let request = match &body {
        Some(body) => request.json(body),
        None => request,
    };
    let answer = client.send(request).await;
    // What the storage of a vault or the server's stop is to blame for does not happen here.
    (answer.status >= 500).then(|| format!("{} {path} {body:?}: {} {}", route.method, answer.status, answer.text))
}

#[tokio::test(flavor = "multi_thread")]
async fn should_answer_whatever_is_sent_without_a_fault() {
    let seed = seed();
    let mut runner = runner(seed);
    let sides = Sides::new().await;
    let document = Document::new();
    let script = sides.owner.add_token(tests::everything(shared::auth::Role::Owner)).await;
    let (mut faults, mut sent) = (Vec::new(), 0);
    for route in document.routes() {
        let address = address(&route, &sides.mine);
        let body = route.body.as_ref().map(|schema| fitting(&document, schema, &sides.mine, 6));
        for client in [&script, &sides.cofre.nobody()] {
            for _ in 0..EACH {
                let path = address.new_tree(&mut runner).unwrap().current();
                let body = body.as_ref().map(|body| body.new_tree(&mut runner).unwrap().current());
                faults.extend(fault(client, &route, (path, body)).await);
                sent += 1;
            }
        }
    }
    assert!(sent > 2000, "{sent} were sent");
    assert!(faults.is_empty(), "COFRE_SEED={seed}, {} of {sent}:\n{}", faults.len(), faults.join("\n"));
}
