//! Which paths a rule speaks of, and which names stand in a text.

/// Does the path match? `*` stands for anything within a folder's name, `**` for any number of folders; a pattern
/// ending in `.rs` or `/` also covers a folder: `store.rs` covers `store/…`.
pub(crate) fn covers(pattern: &str, path: &str) -> bool {
    let module = pattern.strip_suffix(".rs").map(|module| format!("{module}/**"));
    matches(pattern, path) || module.is_some_and(|folder| matches(&folder, path))
}

fn matches(pattern: &str, path: &str) -> bool {
    let pattern: Vec<&str> = pattern.split('/').collect();
    let path: Vec<&str> = path.split('/').collect();
    folders_match(&pattern, &path)
}

fn folders_match(pattern: &[&str], path: &[&str]) -> bool {
    match (pattern.split_first(), path.split_first()) {
        (None, None) => true,
        (Some((&"**", rest)), _) => (0..=path.len()).any(|skipped| folders_match(rest, &path[skipped..])),
        (Some((name, rest)), Some((folder, deeper))) => name_matches(name, folder) && folders_match(rest, deeper),
        _ => false,
    }
}

fn name_matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((before, after)) => {
            name.len() >= before.len() + after.len() && name.starts_with(before) && name.ends_with(after)
        }
    }
}

/// Does the code name this path? `axum` is named by `axum::Router` and `use axum;`, not by `my_axum::x` or `axum_extra`.
pub(crate) fn names(code: &str, path: &str) -> bool {
    code.match_indices(path).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = &code[at + path.len()..];
        let continues = |c: char| c.is_alphanumeric() || c == '_';
        let deeper = path.contains("::");
        let alone = !before.is_some_and(|c| continues(c) || c == '"' || (c == ':' && !deeper));
        let alone = alone && !after.starts_with(continues);
        // One word is also a variable's name; it is a path only when something hangs on it or `use` stands before.
        alone && (deeper || after.starts_with("::") || code[..at].ends_with("use "))
    })
}

/// Only what is compiled into the product: no comments, and not the unit tests at the end of a file.
pub(crate) fn product_code(text: &str) -> String {
    let tests = text.find("\n#[cfg(test)]\nmod ").unwrap_or(text.len());
    let without_comment = |line: &str| match line.find("//") {
        Some(0) => String::new(),
        Some(at) if line[..at].ends_with(char::is_whitespace) => line[..at].to_owned(),
        _ => line.to_owned(),
    };
    text[..tests].lines().map(without_comment).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_stay_within_a_folder_and_double_stars_do_not() {
        assert!(covers("server/src/**/store.rs", "server/src/vaults/store.rs"));
        assert!(covers("server/src/**/store.rs", "server/src/vaults/store/rows.rs"));
        assert!(covers("server/src/http/**", "server/src/http/limits/login.rs"));
        assert!(covers("frontend/src/*.rs", "frontend/src/live.rs"));
        assert!(!covers("server/src/**/store.rs", "server/src/vaults/restore.rs"));
        assert!(!covers("server/src/*/api.rs", "server/src/jobs/kinds/api.rs"));
    }

    #[test]
    fn a_name_is_found_only_as_a_whole_path() {
        assert!(names("use axum::Router;", "axum"));
        assert!(names("fn f() -> axum::Json<u8> {}", "axum"));
        assert!(names("let t = Utc::now();", "Utc::now"));
        assert!(names("let t = chrono::Utc::now();", "Utc::now"));
        assert!(!names("let axum = 1;", "axum"));
        assert!(!names("use axum_extra::cookie;", "axum"));
        assert!(!names("use crate::axum::x;", "axum"));
        assert!(!names("Utc::now_later()", "Utc::now"));
    }

    #[test]
    fn comments_and_unit_tests_are_not_the_product() {
        let text = "//! axum::\nlet a = 1; // axum::\nlet b = \"http://x\";\n#[cfg(test)]\nmod tests { use axum::x; }";
        assert!(!names(&product_code(text), "axum"));
        assert!(product_code(text).contains("http://x"));
    }
}
