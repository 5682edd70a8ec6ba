//! What a verification answers.

use serde::Serialize;

use crate::fault::Damage;
use crate::format::Id;
use crate::point::PointId;

/// How thorough a verification is. Names, sizes and references are always looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct VerifyRequest {
    /// Which packs are read whole besides: their hash, and every blob in them.
    pub read: ReadPacks,
}

/// Which packs a verification reads.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ReadPacks {
    /// None.
    #[default]
    None,
    /// One of `of`, others at every `turn`: after `of` turns in a row, all that were there at the first were read.
    Share {
        /// Into how many shares the packs are divided; 0 counts as 1.
        of: u32,
        /// Which of them, counted on from turn to turn: the number of the day, say.
        turn: u64,
    },
    /// All.
    All,
}

impl ReadPacks {
    /// Whether this pack is read. Its name is as good as random, and the same at every turn.
    pub(super) fn includes(self, pack: Id) -> bool {
        match self {
            ReadPacks::None => false,
            ReadPacks::All => true,
            ReadPacks::Share { of, turn } => {
                let of = u64::from(of.max(1));
                let draw = u64::from_le_bytes(std::array::from_fn(|at| pack.as_bytes()[at]));
                draw % of == turn % of
            }
        }
    }
}

/// What is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The kind.
    pub kind: ProblemKind,
    /// The file or blob.
    pub what: String,
    /// What is wrong with it.
    pub why: String,
}

impl Problem {
    pub(super) fn new(kind: ProblemKind, damage: Damage) -> Self {
        Problem { kind, what: damage.what, why: damage.why }
    }
}

/// What was found of one snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The snapshot.
    pub point: PointId,
    /// What hurts it, as places in [`VerifyReport::problems`]; of very many, some. Empty: it can be restored completely, as far as was looked.
    pub causes: Vec<usize>,
}

/// Kinds of problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// An index file.
    Index,
    /// A pack that an index lists.
    Pack,
    /// A folder, or a blob that no index lists.
    Tree,
    /// A snapshot file.
    Snapshot,
}

/// The state of a vault.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct VerifyReport {
    /// What is wrong. Empty: everything that was looked at is as it should be.
    pub problems: Vec<Problem>,
    /// Exactly the snapshots that cannot be restored completely, ours and others'.
    pub points_hurt: Vec<PointId>,
    /// Every snapshot that was looked at.
    #[serde(skip)]
    pub verdicts: Vec<Verdict>,
    /// How many snapshots there are.
    pub snapshots: u64,
    /// How many packs there are.
    pub packs: u64,
    /// Packs that no index lists: left by writers that did not finish, harmless.
    pub unreferenced_packs: u64,
    /// How many packs were read whole.
    pub read_packs: u64,
    /// Bytes read from packs.
    pub read_bytes: u64,
}

/// A new point was looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Validation {
    /// Packs whose size and header were compared with the index.
    pub packs: u64,
    /// Chunks that were read back, one a disk that has any.
    pub chunks: u64,
}
