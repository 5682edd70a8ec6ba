//! The real program, which cargo builds for these tests.

use std::path::Path;
use std::process::Command;

use tests::{Client, NORTH, Place, Process, content, images, restic};

/// Where the program is.
pub(crate) fn path() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_cofre-under-test"))
}

/// What starts it on a place; one job runs at a time, so that a second one waits.
pub(crate) fn serve(place: &Place) -> Command {
    Process::command(path(), place, "jobs_at_once = 1")
}

/// The names of the machines, both protected by one vault.
pub(crate) const SMALL: &str = "small";
pub(crate) const LARGE: &str = "large";

/// Mebibytes of the large machine's disk: in slow vaults it is under way for a while.
const LARGE_MIB: usize = 96;

/// A server process with a machine that has a point, and a large one that has none.
pub(crate) async fn with_two_machines(place: &Place) -> (Process, Client) {
    images::raw(&place.images().join(format!("{SMALL}.raw")), &content::disk(1));
    content::write_large(&place.images().join(format!("{LARGE}.raw")), LARGE_MIB, 2).unwrap();
    let (process, owner) = Process::start_new(serve(place)).await;
    owner.add_host("rack", &place.images()).await;
    let vault = owner.add_vault("prod").await;
    let small = owner.protect(SMALL, vault.id).await.id;
    owner.protect(LARGE, vault.id).await;
    owner.backed_up(small).await;
    (process, owner)
}

/// The item of this machine.
pub(crate) async fn item(owner: &Client, machine: &str) -> shared::id::ItemId {
    owner.machine(machine).await.protection.unwrap().item_id
}

/// No job is left that nobody runs, every point of both machines restores byte for byte, and restic finds nothing wrong.
pub(crate) async fn nothing_is_lost(place: &Place, owner: &Client) {
    for job in owner.list::<shared::job::Job>("/jobs?status=active").await {
        owner.ended(job.id).await;
    }
    for machine in [SMALL, LARGE] {
        let image = place.images().join(format!("{machine}.raw"));
        for point in owner.points(item(owner, machine).await).await {
            let name = format!("back-{}", point.id);
            let folder = owner.restored(point.id, &place.restores(), &name, shared::machine::DiskFormat::Raw).await;
            assert!(content::same(&folder.join(format!("{machine}.raw")), &image).unwrap(), "{machine}");
        }
    }
    let vault = owner.list::<shared::vault::Vault>("/vaults").await.remove(0);
    assert_eq!(vault.location.name, NORTH);
    restic::check(&owner.password(vault.id).await);
}
