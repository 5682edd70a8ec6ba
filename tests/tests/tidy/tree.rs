//! The files of the checkout, as the rules see them.

use std::fs;
use std::path::Path;

/// Folders that are not written by hand.
const NOT_OURS: [&str; 4] = ["target", "node_modules", ".git", "dist"];

/// One text file.
#[derive(Debug)]
pub(crate) struct Source {
    /// From the root of the checkout, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// All text files.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) sources: Vec<Source>,
}

impl Tree {
    /// What is in the checkout now.
    pub(crate) fn of_the_checkout() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests stand in a folder of the checkout");
        let mut tree = Self::default();
        tree.read(root, "");
        tree.sources.sort_by(|a, b| a.path.cmp(&b.path));
        tree
    }

    /// A tree for seeing a rule fail.
    #[cfg(test)]
    pub(crate) fn sample(files: &[(&str, &str)]) -> Self {
        let source = |(path, text): &(&str, &str)| Source { path: (*path).to_owned(), text: (*text).to_owned() };
        Self { sources: files.iter().map(source).collect() }
    }

    /// The Rust sources.
    pub(crate) fn rust(&self) -> impl Iterator<Item = &Source> {
        self.sources.iter().filter(|source| source.extension() == "rs")
    }

    /// One file, if it exists.
    pub(crate) fn file(&self, path: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.path == path)
    }

    fn read(&mut self, folder: &Path, prefix: &str) {
        let entries = fs::read_dir(folder).expect("a folder of the checkout can be read");
        for entry in entries {
            let entry = entry.expect("a folder of the checkout can be read");
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            let kind = entry.file_type().expect("a file has a type");
            if kind.is_dir() && !NOT_OURS.contains(&name.as_str()) {
                self.read(&entry.path(), &format!("{path}/"));
            } else if kind.is_file() {
                // What is no text is nothing we have rules for.
                if let Ok(text) = fs::read_to_string(entry.path()) {
                    self.sources.push(Source { path, text });
                }
            }
        }
    }
}

impl Source {
    /// What stands after the last dot.
    pub(crate) fn extension(&self) -> &str {
        self.name().rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// The file's name without its folders.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// The file's name without what stands after the last dot.
    pub(crate) fn stem(&self) -> &str {
        self.name().rsplit_once('.').map_or(self.name(), |(stem, _)| stem)
    }
}
