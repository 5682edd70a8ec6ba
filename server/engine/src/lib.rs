//! The vault engine: moves disks into vaults and back. It knows no HTTP, no SQL and no users.
//!
//! A vault is a restic repository, format version 2: the stock `restic` can list, check and restore it. How a disk lies in
//! it is told in `docs/repository-format.md`.
//!
//! # Words
//!
//! | word | meaning |
//! | --- | --- |
//! | chunk | a piece of a disk on a fixed grid: 256 KiB, or 1 MiB for disks above 4 TiB |
//! | blob | a stored chunk, a small file, or a tree; named by the SHA-256 of its plain bytes |
//! | pack | a file of sealed blobs, about 32 MiB; named by the SHA-256 of its bytes |
//! | index | files that say which blob is in which pack, and the map that is built from them |
//! | shelf | a sorted and sealed part of that map on disk, outside the vault |
//! | table | the whole map of a prune, each blob once, in files without a name |
//! | tree | a folder |
//! | segment, group | 64 MiB of a disk, a folder with one file; 256 segments |
//! | snapshot, point | a root; a snapshot of ours is a recovery point or a catalogue |
//! | catalogue | what the caller knows of the vault beside its points, as small files that are bytes to the engine |
//! | claim | a running backup's word that it stores a chunk |
//! | replica | the same vault in another store: same id, same keys, indexes of its own |
//! | condemned | a pack that no index names any more and that a list in `condemned/` gives up to deletion |
//! | session | the backups that run in one vault at the same time |
//!
//! # Invariants
//!
//! - Files are written once and named by their content. A name appears only when the bytes are durable.
//! - References run strictly backwards, and each step is awaited: packs of data → their index → packs of trees → their index
//!   → snapshot. Any prefix of these steps is a valid vault with some files that nothing refers to.
//! - The map never lists what no index file lists. What is durable but not listed is known to the session only.
//! - A tree in an index is the promise that everything below it is there: trees are listed after all data is.
//! - Our lock is looked at right before an index or a snapshot is written.
//! - Nothing is ever written in plain. What is read is authenticated and compared with its id.
//! - *Unreachable* ([`store::StoreError`]) and *damaged* ([`Damage`]) are different types; a passing fault never marks data bad.
//! - A list of changed extents counts only against the newest point of that disk, of the same size and grid; else it is refused.
//! - A range of a disk that cannot be read fails the backup; it never becomes a hole.
//! - Removing a point is deleting that one snapshot, named by its id. Removing data is the prune's alone: its roots are all
//!   snapshots, and it deletes only packs that a list condemns and no index names.
//! - What takes away may use the store's reserve when it is full, and nothing else may: the store's ballast is not for backups.
//! - An index at a replica names what the replica has, and a pack that is condemned there is never named again.
//! - Under a shared lock no index goes away. A backup that sees one gone publishes nothing.
//!
//! # Who locks whom
//!
//! | operation | lock in the vault | against |
//! | --- | --- | --- |
//! | backup, catalogue, forget, verify, validate | shared, renewed every 5 minutes | whoever wants the vault alone (`restic prune`, `restic forget`, our own swap) |
//! | prune, repair | shared; for the swap of indexes exclusive beside it | everybody, while indexes are swapped; new jobs of this process wait for it, at most a minute before it begins |
//! | restore, a disk opened for reading | shared, or none where the store cannot be written | the same |
//! | replicate | shared at the vault and at the replica | the same |
//! | points, survey, usage | none | |
//!
//! In the process, from the outer to the inner: whose turn it is, the vault's session, publishing, comparing the index with its files, unpublished
//! packs, claims, the map. Open packs and chunk buffers have locks of their own that are never held across a call.

mod archive;
mod cancel;
mod catalog;
mod clock;
mod core;
mod fault;
pub mod format;
mod geometry;
mod index;
mod lock;
mod pack;
mod password;
mod point;
mod progress;
mod prune;
mod rate;
mod repair;
mod replicate;
mod repository;
mod reserve;
mod restore;
pub mod source;
pub mod store;
mod stored_disk;
mod verify;

pub use archive::{
    BackupDisk, BackupError, BackupOutcome, BackupRequest, BeforeCommit, ChangedExtents, ChangedFile, Compression,
    DiskOutcome, NotACompression,
};
pub use cancel::Cancel;
pub use catalog::{Catalog, CatalogError, CatalogFile, CatalogOutcome};
pub use fault::{Damage, ReadError};
pub use geometry::Geometry;
pub use lock::LockError;
pub use password::Password;
pub use point::{Consistency, Point, PointDisk, PointId, Survey};
pub use progress::{NoProgress, Phase, Progress, Update};
pub use prune::{BeforeSwap, PackCount, PruneError, PruneOutcome, PrunePlan, PruneRequest};
pub use rate::RateLimit;
pub use repair::{RepairError, RepairReport};
pub use replicate::{ReplicaLag, ReplicateError, ReplicateOutcome, ReplicateRequest};
pub use repository::{ForgetError, InitError, OpenError, PointsError, Repository, Settings, Usage};
pub use restore::{
    CopyError, DiskReader, ImageFormat, RestoreError, RestoreOutcome, RestoreRequest, RestoreTarget, copy_image,
};
pub use verify::{Problem, ProblemKind, ReadPacks, Validation, Verdict, VerifyError, VerifyReport, VerifyRequest};
