//! Trees: folders, as JSON that is exactly what restic would write.
//!
//! The metadata of our nodes is constant (owner 0, times 1970, modes 0700 and 0600), or no tree would ever be shared
//! between points.

use std::fmt::{self, Write as _};

use serde::Deserialize;

use crate::format::go_text::{name_to_json, unquote_name};
use crate::format::{FormatError, Id};

/// Go's mode bits: a folder, `rwx------`; a file, `rw-------`.
const DIR_MODE: u32 = (1 << 31) | 0o700;
const FILE_MODE: u32 = 0o600;
const TIMES: &str = concat!(
    r#""mtime":"1970-01-01T00:00:00Z","atime":"1970-01-01T00:00:00Z","ctime":"1970-01-01T00:00:00Z","#,
    r#""uid":0,"gid":0,"#
);

/// Writes one tree, node by node, in the order of their names.
pub struct TreeWriter {
    json: String,
    last: Option<String>,
}

impl Default for TreeWriter {
    fn default() -> Self {
        TreeWriter::new()
    }
}

impl TreeWriter {
    /// An empty folder.
    pub fn new() -> Self {
        TreeWriter { json: r#"{"nodes":["#.to_owned(), last: None }
    }

    /// Adds a folder whose tree is stored under `subtree`.
    pub fn dir(&mut self, name: &str, subtree: Id) -> Result<(), FormatError> {
        self.begin(name)?;
        self.push(format_args!(r#""type":"dir","mode":{DIR_MODE},{TIMES}"content":null,"subtree":"{subtree}"}}"#));
        Ok(())
    }

    /// Adds a file of `size_bytes` bytes, made of these blobs in order.
    pub fn file(&mut self, name: &str, size_bytes: u64, content: &[Id]) -> Result<(), FormatError> {
        self.begin(name)?;
        self.push(format_args!(r#""type":"file","mode":{FILE_MODE},{TIMES}"#));
        if size_bytes != 0 {
            self.push(format_args!(r#""size":{size_bytes},"#));
        }
        self.json.push_str(r#""content":["#);
        self.json.reserve(content.len() * 67 + 4);
        let mut text = [0; 64];
        for (position, id) in content.iter().enumerate() {
            hex::encode_to_slice(id.as_bytes(), &mut text).map_err(|_| FormatError::Crypto)?;
            self.json.push_str(if position == 0 { "\"" } else { ",\"" });
            self.json.push_str(std::str::from_utf8(&text).map_err(|_| FormatError::Crypto)?);
            self.json.push('"');
        }
        self.json.push_str("]}");
        Ok(())
    }

    /// The bytes of the tree; their SHA-256 is its id.
    pub fn finish(mut self) -> Vec<u8> {
        self.json.push_str("]}\n");
        self.json.into_bytes()
    }

    fn push(&mut self, text: fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.json.write_fmt(text);
    }

    fn begin(&mut self, name: &str) -> Result<(), FormatError> {
        if self.last.as_deref().is_some_and(|last| last >= name) {
            return Err(FormatError::malformed("tree", format!("{name:?} is out of order")));
        }
        if self.last.is_some() {
            self.json.push(',');
        }
        self.push(format_args!(r#"{{"name":{},"#, name_to_json(name)));
        self.last = Some(name.to_owned());
        Ok(())
    }
}

/// A folder as it was read, from any writer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// Its entries, in the order of the file.
    pub nodes: Vec<Node>,
}

/// An entry of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its name; need not be UTF-8.
    pub name: Vec<u8>,
    /// What it is.
    pub kind: NodeKind,
}

/// What an entry is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// A file.
    File {
        /// Its length in bytes, as the node states it.
        size_bytes: u64,
        /// Its blobs in order.
        content: Vec<Id>,
    },
    /// A folder.
    Dir {
        /// Its tree.
        subtree: Id,
    },
    /// A link, a device or the like: nothing is stored for it.
    Other,
}

#[derive(Deserialize)]
struct RawTree {
    nodes: Vec<RawNode>,
}

#[derive(Deserialize)]
struct RawNode {
    name: String,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    size: u64,
    content: Option<Vec<Id>>,
    subtree: Option<Id>,
}

impl Tree {
    /// Reads a tree.
    pub fn decode(json: &[u8]) -> Result<Self, FormatError> {
        let raw: RawTree = serde_json::from_slice(json).map_err(|error| FormatError::malformed("tree", error))?;
        let nodes = raw.nodes.into_iter().map(Node::from_raw).collect::<Result<_, _>>()?;
        Ok(Tree { nodes })
    }

    /// The entry of this name.
    pub fn find(&self, name: &str) -> Option<&Node> {
        self.nodes.iter().find(|node| node.name == name.as_bytes())
    }

    /// The folder of this name.
    pub fn subtree(&self, name: &str) -> Result<Id, FormatError> {
        match self.find(name).map(|node| &node.kind) {
            Some(NodeKind::Dir { subtree }) => Ok(*subtree),
            _ => Err(FormatError::malformed("tree", format!("no folder {name:?} in it"))),
        }
    }

    /// Size in bytes and blobs of the file of this name.
    pub fn file(&self, name: &str) -> Result<(u64, &[Id]), FormatError> {
        match self.find(name).map(|node| &node.kind) {
            Some(NodeKind::File { size_bytes, content }) => Ok((*size_bytes, content)),
            _ => Err(FormatError::malformed("tree", format!("no file {name:?} in it"))),
        }
    }
}

impl Node {
    fn from_raw(raw: RawNode) -> Result<Self, FormatError> {
        let name = unquote_name(&raw.name)?;
        let missing = |what| FormatError::malformed("tree", format!("{:?} has no {what}", raw.name));
        let kind = match raw.kind.as_str() {
            "file" => NodeKind::File { size_bytes: raw.size, content: raw.content.ok_or_else(|| missing("content"))? },
            "dir" => NodeKind::Dir { subtree: raw.subtree.ok_or_else(|| missing("subtree"))? },
            _ => NodeKind::Other,
        };
        Ok(Node { name, kind })
    }
}
