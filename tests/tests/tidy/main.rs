//! Holds the conventions of the sources: each rule is a sentence here, and what breaks it is a sentence in the failure.
//!
//! `tree` reads the files; `layout`, `boundaries`, `manifests`, `styles` and `icons` each give what they find wrong.
//! A rule is pure: files in, sentences out; so every one is also seen failing, on sample text, beside its code.

mod boundaries;
mod icons;
mod layout;
mod manifests;
mod pattern;
mod styles;
mod tree;

use tree::Tree;

#[test]
fn the_sources_are_tidy() {
    let tree = Tree::of_the_checkout();
    let rules: [fn(&Tree) -> Vec<String>; 5] =
        [layout::check, boundaries::check, manifests::check, styles::check, icons::check];
    let found: Vec<String> = rules.iter().flat_map(|rule| rule(&tree)).collect();
    assert!(found.is_empty(), "{} found:\n{}\n", found.len(), found.join("\n"));
}
