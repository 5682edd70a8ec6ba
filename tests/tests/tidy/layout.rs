//! How each file looks: it says what it is, is short, has a telling name and clean lines.

use crate::tree::{Source, Tree};

/// A longer file holds more than one idea.
const LINES_MAX: usize = 500;

/// Names that say nothing; as a file or as a folder.
const SAY_NOTHING: [&str; 10] =
    ["util", "utils", "helper", "helpers", "common", "type", "types", "misc", "manager", "managers"];

/// Files whose lines we look at.
const TEXTS: [&str; 12] = ["rs", "css", "html", "toml", "md", "sql", "svg", "sh", "txt", "json", "js", "yml"];

/// Files recorded from elsewhere, kept byte for byte.
const RECORDED: [&str; 3] = ["/fixtures/", "/snapshots/", "Cargo.lock"];

pub(crate) fn check(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for source in tree.rust() {
        found.extend(says_what_it_is(source));
        found.extend(is_short(source));
        found.extend(has_a_telling_name(source));
    }
    for source in &tree.sources {
        let is_text = TEXTS.contains(&source.extension()) || source.path.starts_with(".ci/");
        if is_text && !RECORDED.iter().any(|recorded| source.path.contains(recorded)) {
            found.extend(has_clean_lines(source));
        }
    }
    found
}

fn says_what_it_is(source: &Source) -> Option<String> {
    let first =
        source.text.lines().find(|line| !line.is_empty() && !line.starts_with("#![") && !line.starts_with("#!/"));
    let said = first.is_some_and(|line| line.strip_prefix("//!").is_some_and(|words| !words.trim().is_empty()));
    (!said).then(|| format!("{} does not begin with `//!` and what it is", source.path))
}

fn is_short(source: &Source) -> Option<String> {
    let lines = source.text.lines().count();
    (lines > LINES_MAX).then(|| format!("{} has {lines} lines, more than {LINES_MAX}: split it by idea", source.path))
}

fn has_a_telling_name(source: &Source) -> Option<String> {
    let names = source.path.split('/').map(|name| name.strip_suffix(".rs").unwrap_or(name));
    let empty = names.into_iter().find(|name| SAY_NOTHING.contains(name))?;
    Some(format!("{}: {empty:?} says nothing; name it by its idea", source.path))
}

fn has_clean_lines(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for (number, line) in (1..).zip(source.text.lines()) {
        if line.contains('\t') {
            found.push(format!("{}:{number} has a tab", source.path));
        }
        if line.ends_with(char::is_whitespace) {
            found.push(format!("{}:{number} ends in white space", source.path));
        }
    }
    if !source.text.is_empty() && (!source.text.ends_with('\n') || source.text.ends_with("\n\n")) {
        found.push(format!("{} does not end in exactly one newline", source.path));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        check(&Tree::sample(&[(path, text)]))
    }

    #[test]
    fn a_file_says_what_it_is() {
        assert!(found("shared/src/id.rs", "#![allow(missing_docs)]\n//! Ids.\n").is_empty());
        assert_eq!(found("shared/src/id.rs", "use x;\n").len(), 1);
        assert_eq!(found("shared/src/id.rs", "//!\nuse x;\n").len(), 1);
        assert_eq!(found("shared/src/id.rs", "").len(), 1);
    }

    #[test]
    fn a_file_is_short() {
        let line = "//! Long.\n";
        assert!(found("server/src/app.rs", &line.repeat(LINES_MAX)).is_empty());
        assert_eq!(found("server/src/app.rs", &line.repeat(LINES_MAX + 1)).len(), 1);
    }

    #[test]
    fn a_file_has_a_telling_name() {
        assert!(found("server/src/vaults/redundancy.rs", "//! x\n").is_empty());
        assert_eq!(found("server/src/utils.rs", "//! x\n").len(), 1);
        assert_eq!(found("tests/tests/common/mod.rs", "//! x\n").len(), 1);
    }

    #[test]
    fn a_file_has_clean_lines() {
        assert!(found("style/base.css", "a {}\n").is_empty());
        assert_eq!(found("style/base.css", "a {\t}\n").len(), 1);
        assert_eq!(found("style/base.css", "a {} \n").len(), 1);
        assert_eq!(found("style/base.css", "a {}").len(), 1);
        assert_eq!(found("style/base.css", "a {}\n\n").len(), 1);
        assert!(found("tests/fixtures/console.txt", "a \t").is_empty());
    }
}
