//! What the page and the server say to each other.
//!
//! Every type here crosses the wire as JSON: fields in `snake_case`, states in the words that the screen uses
//! (`InProgress`, `IRPending`), times in RFC 3339 and UTC, sizes in bytes. The crate compiles to wasm and does no I/O; it reads no clock and
//! makes no random number: ids and times come from the server, and rules take the time as an argument.

pub mod audit;
pub mod auth;
pub mod clock;
pub mod connect;
pub mod day;
pub mod downgrade;
pub mod event;
pub mod growth;
pub mod health;
pub mod help;
pub mod history;
pub mod host;
pub mod id;
pub mod identity;
pub mod item;
pub mod job;
pub mod location;
pub mod machine;
pub mod maintenance;
pub mod name;
pub mod notification;
pub mod overview;
pub mod page;
pub mod policy;
pub mod problem;
pub mod recovery_point;
pub mod resource_group;
pub mod restore;
pub mod screen;
pub mod search;
pub mod second_factor;
pub mod sort;
pub mod subscription;
pub mod user;
pub mod vault;
