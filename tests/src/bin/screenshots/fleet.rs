//! Machines in every state that a screen shows, made by the API in the order in which life makes them.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use chrono::TimeDelta;
use shared::auth::Role;
use shared::id::{ItemId, JobId, VaultId};
use tests::{Client, Cofre, content, everything};

/// What a picture needs to know by its id.
pub(crate) struct Fleet {
    /// The vault with the most in it.
    pub(crate) vault: VaultId,
    /// An item that is well.
    pub(crate) healthy: ItemId,
    /// An item whose disk takes long enough that its backup can be looked at.
    pub(crate) large: ItemId,
    /// A job that failed.
    pub(crate) failed: JobId,
}

/// Name, disks and size of each disk in MiB.
const MACHINES: [(&str, usize, usize); 9] = [
    ("archive-01", 1, 1600),
    ("build-03", 1, 12),
    ("db-01", 2, 24),
    ("db-02", 2, 16),
    ("files-01", 1, 20),
    ("mail-01", 1, 16),
    ("print-02", 1, 8),
    ("terminal-services-windows-server-2022-datacenter-07", 1, 8),
    ("web-01", 1, 12),
];

/// So many days lie behind the pictures.
const DAYS: u64 = 27;

/// Fills a new server: a month of backups, one item overdue, one failed, one pending, one machine in no policy.
pub(crate) async fn make(cofre: &Cofre, owner: &Client) -> Fleet {
    cofre.go_back(DAYS.cast_signed());
    cofre.clock.advance(TimeDelta::hours(-40));
    let owner = &owner.add_token(everything(Role::Owner)).await;
    for (seed, (name, disks, mib)) in MACHINES.into_iter().enumerate() {
        let folder = cofre.place.images().join(name);
        fs::create_dir(&folder).expect("a folder can be made");
        for (number, disk) in ["system.raw", "data.raw"].into_iter().take(disks).enumerate() {
            content::write_large(&folder.join(disk), mib, (10 * seed + number) as u64 + 1).expect("a disk can be made");
        }
    }
    owner.add_host("rack-a", &cofre.place.images()).await;
    let vault = owner.add_vault("production").await.id;
    let lab = owner.add_vault("lab").await.id;
    let mut items = Vec::new();
    for name in ["db-01", "db-02", "mail-01", "web-01"] {
        items.push((name, owner.protect(name, vault).await.id));
    }
    items.push(("build-03", owner.protect("build-03", lab).await.id));
    let item = |name: &str| items.iter().find(|(own, _)| *own == name).expect("the machine is protected").1;
    for (_, item) in &items {
        owner.backed_up(*item).await;
    }
    for (place, day) in (0..DAYS).enumerate() {
        // Nothing ran on one day, one machine failed on another, and what is new differs.
        let skipped = day == 15;
        cofre.day_passes(owner, &[]).await;
        for (number, (name, item)) in items.iter().enumerate().filter(|_| !skipped) {
            let mib = 2 + (place * 5 + number * 3) % 6;
            write_over(&cofre.place.images().join(name).join("system.raw"), mib, 1000 + day * 10 + number as u64);
            if day == 8 && number == 1 {
                failing(cofre, owner, name, *item).await;
            } else {
                owner.backed_up(*item).await;
            }
        }
        look(cofre, (vault, lab), day).await;
    }
    cofre.clock.advance(TimeDelta::hours(31));
    for name in ["db-01", "web-01", "build-03"] {
        owner.backed_up(item(name)).await;
    }
    let failed = failing(cofre, owner, "mail-01", item("mail-01")).await;
    cofre.clock.advance(TimeDelta::hours(8));
    let large = owner.protect("archive-01", vault).await.id;
    owner.protect("files-01", vault).await;
    owner.backed_up(item("web-01")).await;
    cofre.clock.advance(TimeDelta::hours(1));
    look(cofre, (vault, lab), DAYS).await;
    Fleet { vault, healthy: item("web-01"), large, failed }
}

/// The last look at storage on a day: one vault's is soon full, the other's is not.
async fn look(cofre: &Cofre, (soon, late): (VaultId, VaultId), day: u64) {
    cofre.looked_at_storage(soon, (6500 + 18 * day) << 30, 7900 << 30).await;
    cofre.looked_at_storage(late, (2300 + day) << 30, 8 << 40).await;
}

/// Writes over the first of a disk, in place: it stays the same file.
fn write_over(disk: &Path, mib: usize, seed: u64) {
    let mut disk = fs::File::options().write(true).open(disk).expect("a disk can be opened");
    disk.write_all(&content::noise(mib << 20, seed)).expect("a disk can be written over");
}

/// A backup of a machine whose disk is gone for the moment.
async fn failing(cofre: &Cofre, owner: &Client, machine: &str, item: ItemId) -> JobId {
    let disk = cofre.place.images().join(machine).join("system.raw");
    let away = disk.with_extension("away");
    fs::rename(&disk, &away).expect("the disk can be moved away");
    let job = owner.back_up(item).await.id;
    owner.ended(job).await;
    fs::rename(&away, &disk).expect("the disk can be moved back");
    job
}
