//! Stylesheets: each is linked from `frontend/index.html` exactly once, and named after what it styles.

use crate::tree::Tree;

const INDEX: &str = "frontend/index.html";

/// Here a file's name is the root class of what it styles.
const NAMED_AFTER_A_CLASS: [&str; 2] = ["style/components/", "style/shell/"];

/// Here a file's name is the page's, which has the same name in the front end.
const NAMED_AFTER_A_PAGE: &str = "style/pages/";
const PAGES: &str = "frontend/src/pages/";

pub(crate) fn check(tree: &Tree) -> Vec<String> {
    let sheets: Vec<_> = tree.sources.iter().filter(|source| source.extension() == "css").collect();
    let mut found = Vec::new();
    for sheet in &sheets {
        if !sheet.path.starts_with("style/") {
            found.push(format!("{} belongs into style/", sheet.path));
        }
        let class = format!(".{}", sheet.stem());
        if NAMED_AFTER_A_CLASS.iter().any(|folder| sheet.path.starts_with(folder)) && !has_class(&sheet.text, &class) {
            found.push(format!("{} styles no `{class}`: a file is named after what it styles", sheet.path));
        }
        if sheet.path.starts_with(NAMED_AFTER_A_PAGE) && !is_page(tree, sheet.stem()) {
            found.push(format!("{}: there is no page of this name in {PAGES}", sheet.path));
        }
    }
    let Some(index) = tree.file(INDEX) else { return found };
    let links = links(&index.text);
    for sheet in &sheets {
        match links.iter().filter(|link| **link == sheet.path).count() {
            1 => {}
            0 => found.push(format!("{} is not linked in {INDEX}", sheet.path)),
            _ => found.push(format!("{} is linked twice in {INDEX}", sheet.path)),
        }
    }
    let missing = links.iter().filter(|link| !sheets.iter().any(|sheet| sheet.path == **link));
    found.extend(missing.map(|link| format!("{INDEX} links {link}, which does not exist")));
    found
}

/// Is there such a page? While there are no pages at all, every name will do.
fn is_page(tree: &Tree, name: &str) -> bool {
    let page = format!("{PAGES}{}", name.replace('-', "_"));
    let mut files = tree.sources.iter().filter_map(|source| source.path.strip_prefix(&page));
    files.any(|rest| rest == ".rs" || rest.starts_with('/'))
        || !tree.sources.iter().any(|source| source.path.starts_with(PAGES))
}

fn has_class(sheet: &str, class: &str) -> bool {
    let continues = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    sheet.match_indices(class).any(|(at, _)| !sheet[at + class.len()..].starts_with(continues))
}

/// The stylesheets that Trunk takes into the page, as paths from the root of the checkout.
fn links(index: &str) -> Vec<String> {
    index
        .split('<')
        .filter(|tag| tag.starts_with("link ") && tag.contains("data-trunk") && tag.contains("rel=\"css\""))
        .filter_map(|tag| tag.split_once("href=\"")?.1.split_once('"').map(|(href, _)| href))
        .map(|href| href.strip_prefix("../").map_or_else(|| format!("frontend/{href}"), str::to_owned))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(index: &str, sheets: &[(&str, &str)]) -> usize {
        let mut files = vec![(INDEX, index)];
        files.extend(sheets);
        check(&Tree::sample(&files)).len()
    }

    const LINK: &str = "<link data-trunk rel=\"css\" href=\"../style/components/progress.css\">";
    const SHEET: (&str, &str) = ("style/components/progress.css", "@layer components { .progress { } }");

    #[test]
    fn each_sheet_is_linked_once() {
        assert_eq!(found(LINK, &[SHEET]), 0);
        assert_eq!(found("", &[SHEET]), 1);
        assert_eq!(found(&LINK.repeat(2), &[SHEET]), 1);
        assert_eq!(found(LINK, &[]), 1);
    }

    #[test]
    fn a_sheet_is_named_after_what_it_styles() {
        assert_eq!(found(LINK, &[(SHEET.0, ".progress-bar { }")]), 1);
        let page = ("frontend/src/pages/sign_in/mod.rs", "");
        let sheets = |name| check(&Tree::sample(&[page, (name, ".any { }")])).len();
        assert_eq!(sheets("style/pages/sign-in.css"), 0);
        assert_eq!(sheets("style/pages/sign.css"), 1);
        assert_eq!(check(&Tree::sample(&[("frontend/src/x.css", "")])).len(), 1);
    }
}
