//! Which crate may depend on which of ours; cargo then forbids the rest.

use crate::tree::Tree;

/// Each crate's manifest, and the crates of ours it may name.
const MAY_KNOW: [(&str, &[&str]); 5] = [
    ("shared/Cargo.toml", &[]),
    ("server/engine/Cargo.toml", &[]),
    ("frontend/Cargo.toml", &["shared"]),
    ("server/Cargo.toml", &["shared", "engine"]),
    ("tests/Cargo.toml", &["shared", "engine", "server"]),
];

const OURS: [&str; 6] = ["shared", "engine", "server", "frontend", "tests", "xtask"];

/// Builds the rest, so it must not need anything to be built.
const NEEDS_NOTHING: &str = "xtask/Cargo.toml";

pub(crate) fn check(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for (path, may_know) in MAY_KNOW {
        let dependencies = tree.file(path).map(|manifest| dependencies(&manifest.text)).unwrap_or_default();
        let strangers = dependencies.iter().filter(|name| OURS.contains(name) && !may_know.contains(name));
        found.extend(strangers.map(|name| format!("{path} must not depend on {name}")));
    }
    let needed = tree.file(NEEDS_NOTHING).map(|manifest| dependencies(&manifest.text)).unwrap_or_default();
    found.extend(needed.iter().map(|name| format!("{NEEDS_NOTHING} must not depend on {name}, nor on anything")));
    found
}

/// The names in all tables of dependencies, of either form: `name = …` and `[dependencies.name]`.
fn dependencies(manifest: &str) -> Vec<&str> {
    let mut inside = false;
    let mut names = Vec::new();
    for line in manifest.lines().map(str::trim) {
        if let Some(header) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            inside = header.ends_with("dependencies");
            names.extend(header.rsplit_once("dependencies.").map(|(_, name)| name));
        } else if inside && !line.starts_with('#') {
            let end = line.find(['.', ' ', '=']).unwrap_or(0);
            names.push(&line[..end]);
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_dependency_is_seen() {
        let manifest = "[package]\nname = \"x\"\n[dependencies]\naxum.workspace = true\n# no\nserde = \"1\"\n\n[dev-dependencies.server]\npath = \"x\"\n";
        assert_eq!(dependencies(manifest), ["axum", "serde", "server"]);
    }

    #[test]
    fn crates_know_only_those_below() {
        let found = |path: &str, text: &str| check(&Tree::sample(&[(path, text)])).len();
        assert_eq!(found("frontend/Cargo.toml", "[dependencies]\nshared.workspace = true\nleptos = \"1\"\n"), 0);
        assert_eq!(found("frontend/Cargo.toml", "[dependencies]\nserver.workspace = true\n"), 1);
        assert_eq!(found("shared/Cargo.toml", "[dev-dependencies]\nserver.workspace = true\n"), 1);
        assert_eq!(found("server/engine/Cargo.toml", "[dependencies]\nshared.workspace = true\n"), 1);
        assert_eq!(found("xtask/Cargo.toml", "[dependencies]\nanyhow = \"1\"\n"), 1);
    }
}
