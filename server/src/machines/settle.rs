//! Making the known machines what was found on their host.

use std::collections::HashSet;

use shared::id::{HostId, MachineId, ResourceGroupId};
use uuid::Uuid;

use crate::app::App;
use crate::compute::Found;
use crate::db::Tx;
use crate::error::Result;
use crate::machines::store::{self, Known};

/// Matches what was found with what is known of the host: by the uuid that the machine says, then by what does not change with a rename, then by
/// its place. What matches nothing is new; what was not found is missing, and keeps its points. Answers whether anything changed.
pub async fn settle(tx: &mut Tx, app: &App, on: (HostId, ResourceGroupId), found: Vec<Found>) -> Result<bool> {
    let (host, group) = on;
    let known = store::known(tx, host).await?;
    let elsewhere = store::ids_elsewhere(tx, host).await?;
    let ids = assign(&known, &elsewhere, &found);
    let mut changed = false;
    for (id, mut found) in ids.iter().zip(found) {
        let known = known.iter().find(|known| known.id == *id);
        if let Some(known) = known {
            known.lend_sizes(&mut found);
        }
        if known.is_none_or(|known| !known.is(&found)) {
            store::put(tx, *id, (host, group), &found).await?;
            changed = true;
        }
    }
    for lost in known.iter().filter(|known| !ids.contains(&known.id) && !known.missing) {
        store::mark_missing(tx, lost.id, app.clock.now()).await?;
        changed = true;
    }
    Ok(changed)
}

/// Whether a known machine and a found one are the same.
type Match = fn(&Known, &Found) -> bool;

/// The id of each found machine, in order; each id is given once.
fn assign(known: &[Known], elsewhere: &HashSet<MachineId>, found: &[Found]) -> Vec<MachineId> {
    let mut given = HashSet::new();
    let mut ids: Vec<Option<MachineId>> = vec![None; found.len()];
    let rules: [Match; 2] = [
        |known, found| !found.identity.is_empty() && known.identity == found.identity,
        |known, found| known.place == found.place,
    ];
    for (id, found) in ids.iter_mut().zip(found) {
        let says = found.uuid.map(MachineId::new).filter(|id| !elsewhere.contains(id));
        *id = says.filter(|says| given.insert(*says));
    }
    for matches in rules {
        for (id, found) in ids.iter_mut().zip(found).filter(|(id, _)| id.is_none()) {
            let same = known.iter().find(|known| !given.contains(&known.id) && matches(known, found));
            *id = same.map(|known| known.id).inspect(|same| {
                given.insert(*same);
            });
        }
    }
    ids.into_iter().map(|id| id.unwrap_or_else(|| MachineId::new(Uuid::now_v7()))).collect()
}

#[cfg(test)]
mod tests {
    use shared::machine::DiskFormat;
    use shared::problem::Code;

    use super::*;
    use crate::compute::FoundDisk;

    fn found(identity: &str, place: &str, uuid: Option<u128>) -> Found {
        Found {
            uuid: uuid.map(Uuid::from_u128),
            identity: identity.to_owned(),
            place: place.to_owned(),
            name: place.to_owned(),
            disks: Vec::new(),
            problem: None,
        }
    }

    fn known(id: u128, identity: &str, place: &str) -> Known {
        let id = MachineId::new(Uuid::from_u128(id));
        Known::of(id, &found(identity, place, None))
    }

    #[test]
    fn should_follow_a_rename_and_mint_an_id_for_the_copy() {
        let known = [known(1, "inode1", "a")];
        let ids = assign(&known, &HashSet::new(), &[found("inode2", "a", None), found("inode1", "b", None)]);
        assert_eq!(ids[1], known[0].id);
        assert_ne!(ids[0], known[0].id);
    }

    #[test]
    fn should_know_a_replaced_disk_by_its_place() {
        let known = [known(1, "inode1", "a")];
        assert_eq!(assign(&known, &HashSet::new(), &[found("inode9", "a", None)]), [known[0].id]);
    }

    #[test]
    fn should_keep_the_size_of_a_disk_that_cannot_be_looked_into() {
        let disk = |size_bytes| FoundDisk {
            name: "root".to_owned(),
            format: DiskFormat::Raw,
            size_bytes,
            allocated_bytes: size_bytes,
            file: "a/root.raw".to_owned(),
        };
        let before = Found { disks: vec![disk(7)], ..found("inode1", "a", None) };
        let mut after = Found { disks: vec![disk(0)], problem: Some(Code::ImageUnreadable), ..before.clone() };
        Known::of(MachineId::new(Uuid::from_u128(1)), &before).lend_sizes(&mut after);
        assert_eq!(after.disks, before.disks);
    }

    #[test]
    fn should_give_a_said_uuid_to_one_machine_only() {
        let ids = assign(&[], &HashSet::new(), &[found("i", "a", Some(7)), found("j", "b", Some(7))]);
        assert_eq!(ids[0].uuid(), Uuid::from_u128(7));
        assert_ne!(ids[0], ids[1]);
        let taken = HashSet::from([MachineId::new(Uuid::from_u128(7))]);
        assert_ne!(assign(&[], &taken, &[found("i", "a", Some(7))])[0].uuid(), Uuid::from_u128(7));
    }
}
