//! The product from outside: what the tests of the API and the scenarios share.
//!
//! [`Cofre`] is a server in this process, with a [`Place`] of its own and a clock that can be moved; [`Process`] is the real program. A
//! [`Client`] speaks HTTP with either, and has a method for each thing that people do. Nothing here waits by the clock: jobs are awaited over
//! the event stream.

mod answer;
#[path = "../../server/engine/tests/support/azurite.rs"]
pub mod azurite;
pub mod browser;
pub mod buckets;
mod client;
mod cofre;
mod connecting;
pub mod content;
mod database;
mod figures;
mod identity_provider;
pub mod images;
mod live;
mod month;
#[path = "../../server/engine/tests/support/moto.rs"]
pub mod moto;
mod people;
mod place;
mod process;
mod protection;
pub mod restic;
mod restoring;
mod second_factor;
mod wire;

pub use answer::Answer;
pub use client::Client;
pub use cofre::Cofre;
pub use connecting::folder_of;
pub use figures::Figures;
pub use identity_provider::{Forgery, IdentityProvider, Manner};
pub use live::Live;
pub use people::{OWNER, PASSWORD, everything, on_group, on_vault};
pub use place::{NORTH, Place, SOUTH};
pub use process::Process;
pub use restoring::all_disks;
pub use second_factor::{code_of, with_second_factor};
pub use wire::Wire;
