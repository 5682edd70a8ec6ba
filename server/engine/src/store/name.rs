//! The names of files.

use std::fmt;

use crate::format::Id;

/// The kinds of file in a vault, one folder each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    /// The one file `config`.
    Config,
    /// `keys/`.
    Key,
    /// `locks/`.
    Lock,
    /// `snapshots/`.
    Snapshot,
    /// `index/`.
    Index,
    /// `data/`, where packs are.
    Pack,
    /// `condemned/`: our lists of packs that no index names any more and that are to be deleted. Restic does not look there.
    Condemned,
    /// `probe/`, where a store is tried out. Nothing stays there, and nobody looks at what does.
    Probe,
}

impl FileKind {
    /// The name of the folder (of the file itself, for the config).
    pub const fn folder(self) -> &'static str {
        match self {
            FileKind::Config => "config",
            FileKind::Key => "keys",
            FileKind::Lock => "locks",
            FileKind::Snapshot => "snapshots",
            FileKind::Index => "index",
            FileKind::Pack => "data",
            FileKind::Condemned => "condemned",
            FileKind::Probe => "probe",
        }
    }

    /// The file of this kind with this id.
    pub const fn file(self, id: Id) -> FileName {
        FileName { kind: self, id }
    }
}

/// One file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileName {
    /// Its kind.
    pub kind: FileKind,
    /// Its id; without meaning for the config.
    pub id: Id,
}

impl FileName {
    /// The config.
    pub const CONFIG: FileName = FileName { kind: FileKind::Config, id: Id::from_bytes([0; 32]) };
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            FileKind::Config => f.write_str("config"),
            kind => write!(f, "{}/{}", kind.folder(), self.id),
        }
    }
}
