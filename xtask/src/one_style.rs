//! One file for all styles: a page that asks for fifty small files is painted after the last of them has made its way.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash as _, Hasher as _};
use std::path::Path;

use crate::failure::Failure;

/// Puts the styles that the built page links into one file in the same order, named by its content, and links that.
pub(crate) fn join(page: &Path) -> Result<(), Failure> {
    let index = page.join("index.html");
    let html = fs::read_to_string(&index).map_err(|cause| Failure::file("read", &index, &cause))?;
    let mut style = String::new();
    let names: Vec<&str> = links(&html).filter_map(|(link, _)| style_of(link)).collect();
    if names.is_empty() {
        return Err(Failure::new(format!("{} links no style: Trunk writes it otherwise than it did", index.display())));
    }
    for name in names {
        let file = page.join(name);
        style += &fs::read_to_string(&file).map_err(|cause| Failure::file("read", &file, &cause))?;
        style += "\n";
        fs::remove_file(&file).map_err(|cause| Failure::file("remove", &file, &cause))?;
    }
    let mut hasher = DefaultHasher::new();
    style.hash(&mut hasher);
    let name = format!("style-{:016x}.css", hasher.finish());
    let file = page.join(&name);
    fs::write(&file, style).map_err(|cause| Failure::file("write", &file, &cause))?;
    fs::write(&index, relinked(&html, &name)).map_err(|cause| Failure::file("write", &index, &cause))
}

/// Each `<link …>` of a document up to its end, with what comes behind it.
fn links(html: &str) -> impl Iterator<Item = (&str, &str)> {
    html.split("<link ").skip(1).filter_map(|rest| rest.split_once('>'))
}

/// The file of a link to a style. Documents that were made small have no quotation marks, and their attributes stand in any order.
fn style_of(link: &str) -> Option<&str> {
    let (_, rest) = link.split_once("href=")?;
    let address = rest.trim_start_matches('"').split(['"', ' ']).next()?;
    address.strip_prefix('/').filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "css"))
}

/// The document with a link to this style in the place of the first, and without the others.
fn relinked(html: &str, name: &str) -> String {
    let mut text = html.split("<link ").next().unwrap_or_default().to_owned();
    let mut is_linked = false;
    for (link, behind) in links(html) {
        if style_of(link).is_none() {
            text += &format!("<link {link}>{behind}");
        } else if is_linked {
            text += behind.trim_start();
        } else {
            text += &format!("<link rel=\"stylesheet\" href=\"/{name}\">{behind}");
            is_linked = true;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn styles(html: &str) -> Vec<&str> {
        links(html).filter_map(|(link, _)| style_of(link)).collect()
    }

    #[test]
    fn one_link_stands_where_the_first_stood() {
        let html = "<title>Cofre</title>\n<link rel=\"icon\" href=\"/i.svg\"/>\n<link rel=\"stylesheet\" href=\"/a-1.css\" integrity=\"sha384-x\"/>\n\
            <link rel=\"stylesheet\" href=\"/b-2.css\"/>\n</head>";
        assert_eq!(styles(html), ["a-1.css", "b-2.css"]);
        let wanted = "<title>Cofre</title>\n<link rel=\"icon\" href=\"/i.svg\"/>\n<link rel=\"stylesheet\" href=\"/s.css\">\n</head>";
        assert_eq!(relinked(html, "s.css"), wanted);
    }

    #[test]
    fn a_document_that_was_made_small_is_read_too() {
        let html = "<title>Cofre</title><link href=/i.svg rel=icon><link href=/a-1.css integrity=sha384-x rel=stylesheet>\
            <link href=/b-2.css rel=stylesheet><script type=module>1 > 0</script><link as=fetch href=/f.wasm rel=preload></head>";
        assert_eq!(styles(html), ["a-1.css", "b-2.css"]);
        let wanted = "<title>Cofre</title><link href=/i.svg rel=icon><link rel=\"stylesheet\" href=\"/s.css\">\
            <script type=module>1 > 0</script><link as=fetch href=/f.wasm rel=preload></head>";
        assert_eq!(relinked(html, "s.css"), wanted);
    }
}
