//! Where machines are: discovering them and opening their disks. The only room that looks at hosts.

mod beneath;
mod images;
mod provider;

pub use beneath::{Beneath, root_of};
pub use images::DiskImages;
pub use provider::{Found, FoundDisk, OpenedDisk, Provider};
