//! Icons: the names in the front end and the shapes in the sprite are the same set.

use std::collections::BTreeSet;

use crate::tree::Tree;

/// Where the sprite may stand.
const SPRITES: [&str; 2] = ["style/icons.svg", "frontend/icons.svg"];

/// Names begin so: `i-` for line icons, `s-` for the shapes of states.
const PREFIXES: [&str; 2] = ["i-", "s-"];

pub(crate) fn check(tree: &Tree) -> Vec<String> {
    let Some(sprite) = SPRITES.iter().find_map(|path| tree.file(path)) else { return Vec::new() };
    let drawn: BTreeSet<&str> = quoted_after(&sprite.text, "<symbol id=\"").collect();
    let mut found = Vec::new();
    let mut used = BTreeSet::new();
    for source in tree.rust().filter(|source| source.path.starts_with("frontend/src/")) {
        for name in quoted_after(&source.text, "\"").filter(|name| is_name(name)) {
            used.insert(name);
            if !drawn.contains(name) {
                found.push(format!("{} names the icon {name:?}, which {} does not draw", source.path, sprite.path));
            }
        }
    }
    // Before the first icon is shown there is no list of names to compare with.
    let idle = drawn.difference(&used).filter(|_| !used.is_empty());
    found.extend(
        idle.map(|name| format!("{} draws {name:?}, which nothing shows: every visitor loads it", sprite.path)),
    );
    found
}

fn is_name(text: &str) -> bool {
    let word = PREFIXES.iter().find_map(|prefix| text.strip_prefix(prefix));
    word.is_some_and(|word| {
        !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    })
}

/// What stands between each `start` and the next quotation mark.
fn quoted_after<'a>(text: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(start).filter_map(move |(at, _)| text[at + start.len()..].split_once('"').map(|(name, _)| name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(sprite: &str, code: &str) -> usize {
        check(&Tree::sample(&[("style/icons.svg", sprite), ("frontend/src/ui/icon.rs", code)])).len()
    }

    #[test]
    fn names_and_shapes_are_the_same_set() {
        let sprite = "<symbol id=\"i-vault\" viewBox=\"0 0 20 20\"></symbol>";
        assert_eq!(found(sprite, "Self::Vault => \"i-vault\","), 0);
        assert_eq!(found(sprite, "Self::Vault => \"i-vault\", Self::Ok => \"s-ok\","), 1);
        assert_eq!(found(&format!("{sprite}<symbol id=\"s-ok\"></symbol>"), "\"i-vault\""), 1);
        assert_eq!(found(sprite, ""), 0);
    }
}
