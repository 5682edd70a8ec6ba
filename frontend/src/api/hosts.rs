//! Hosts, the folders that they may be, and the sample disks.

use shared::host::{CreateHost, Host};
use shared::id::HostId;
use shared::job::Job;

use super::{Failure, Query, client};

/// All hosts.
pub(crate) async fn all() -> Result<Vec<Host>, Failure> {
    client::all("/hosts", Query::new()).await
}

/// Makes one.
pub(crate) async fn create(host: CreateHost) -> Result<Host, Failure> {
    client::post("/hosts", &host).await
}

/// Looks at a host now.
pub(crate) async fn discover(id: HostId) -> Result<Host, Failure> {
    client::act(&format!("/hosts/{id}/discover")).await
}

/// The roots that a host's folder may lie beneath.
pub(crate) async fn image_roots() -> Result<Vec<String>, Failure> {
    client::get("/image-roots").await
}

/// Makes three machines to try things with.
pub(crate) async fn create_sample_disks() -> Result<Job, Failure> {
    client::act("/sample-disks").await
}
