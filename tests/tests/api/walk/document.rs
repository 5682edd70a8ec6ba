//! The API's document as the walk reads it: routes, and what is sent to them.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

/// The whole document.
pub(crate) struct Document(Value);

/// A route beneath the API's prefix.
#[derive(Clone, Debug)]
pub(crate) struct Route {
    /// Its method.
    pub(crate) method: String,
    /// Its path, with its parameters in braces.
    pub(crate) path: String,
    /// The names of its parameters behind the question mark.
    pub(crate) query: Vec<String>,
    /// The schema of its body, when it takes one.
    pub(crate) body: Option<Value>,
}

impl Route {
    /// How it is called in a test's complaint.
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// Whether it changes something.
    pub(crate) fn changes(&self) -> bool {
        self.method != "GET"
    }

    /// Whether its path names an object. Articles of the help are none: everybody reads the same.
    pub(crate) fn names_an_object(&self) -> bool {
        self.path.contains('{') && !self.path.starts_with("/help/")
    }
}

impl Document {
    /// What the server says of itself.
    pub(crate) fn new() -> Self {
        Self(serde_json::to_value(server::http::document()).unwrap())
    }

    /// Every route but the event stream, whose answer has no end.
    pub(crate) fn routes(&self) -> Vec<Route> {
        let paths = self.0["paths"].as_object().unwrap();
        let routes = paths.iter().flat_map(|(path, methods)| {
            let path = path.strip_prefix("/api/v1").expect("every documented route lies beneath the prefix");
            let methods = methods.as_object().unwrap().iter().filter(|(key, _)| key.as_str() != "parameters");
            methods.map(move |(method, operation)| route(method, path, operation))
        });
        let routes: Vec<_> = routes.filter(|route| route.path != "/events").collect();
        assert!(routes.len() > 40, "the document is read: {routes:?}");
        routes
    }

    /// Follows references to the schema itself; answers the last name on the way.
    pub(crate) fn resolved<'a>(&'a self, schema: &'a Value) -> (&'a Value, Option<&'a str>) {
        let (mut schema, mut name) = (schema, None);
        while let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let found = reference.rsplit('/').next().unwrap_or_default();
            (schema, name) = (&self.0["components"]["schemas"][found], Some(found));
        }
        (schema, name)
    }

    /// Something that fits the schema, with only what is required. What is given by a type's or
    /// a field's name stands in its place.
    pub(crate) fn example(&self, schema: &Value, known: &HashMap<String, Value>) -> Value {
        self.example_of(schema, "", known)
    }

    fn example_of(&self, schema: &Value, field: &str, known: &HashMap<String, Value>) -> Value {
        let (schema, name) = self.resolved(schema);
        if let Some(given) = name.and_then(|name| known.get(name)).or_else(|| known.get(field)) {
            return given.clone();
        }
        for choice in ["oneOf", "anyOf", "allOf"] {
            if let Some(first) = schema[choice].as_array().and_then(|all| all.first()) {
                return self.example_of(first, field, known);
            }
        }
        if let Some(first) = schema["enum"].as_array().and_then(|all| all.first()) {
            return first.clone();
        }
        match type_of(schema) {
            "object" => {
                let required = schema["required"].as_array().cloned().unwrap_or_default();
                let required = required.iter().filter_map(Value::as_str);
                let fields = required
                    .map(|field| (field.to_owned(), self.example_of(&schema["properties"][field], field, known)));
                Value::Object(fields.collect::<Map<_, _>>())
            }
            "array" => json!([self.example_of(&schema["items"], field, known)]),
            "integer" | "number" => json!(1),
            "boolean" => json!(false),
            _ if schema["format"] == "date-time" => json!("2030-01-01T00:00:00Z"),
            _ if schema["format"] == "date" => json!("2030-01-01"),
            _ => json!("walked"),
        }
    }
}

fn route(method: &str, path: &str, operation: &Value) -> Route {
    let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
    let query = parameters.iter().filter(|parameter| parameter["in"] == "query");
    let content = operation["requestBody"]["content"].as_object();
    Route {
        method: method.to_uppercase(),
        path: path.to_owned(),
        query: query.filter_map(|parameter| parameter["name"].as_str()).map(str::to_owned).collect(),
        body: content.and_then(|content| content.values().next()).map(|body| body["schema"].clone()),
    }
}

/// The type that a schema names; of several, the first that is not `null`.
pub(crate) fn type_of(schema: &Value) -> &str {
    match &schema["type"] {
        Value::String(one) => one,
        Value::Array(several) => several.iter().filter_map(Value::as_str).find(|one| *one != "null").unwrap_or("null"),
        _ => "",
    }
}
