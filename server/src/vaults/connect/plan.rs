//! What comes of a vault that was looked into: its catalogue where it has one, corrected by what is really there.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use shared::id::{ItemId, JobId, MachineId, PolicyId, RecoveryPointId, VaultId};
use shared::machine::DiskFormat;
use shared::vault::Redundancy;
use uuid::Uuid;

use crate::catalogue::{HostEntry, ItemEntry, MachineEntry, PointEntry, PolicyEntry};
use crate::compute::FoundDisk;
use crate::vaults::connect::look::{Looked, StoredPoint};

/// Until when a point is kept of which nothing says when it may go: 1 January of the year 9999.
const NO_END: i64 = 253_370_764_800;

/// What comes of a vault.
pub(super) struct Plan {
    /// The vault's id; a new one where the vault does not tell.
    pub(super) vault_id: VaultId,
    /// What it was called.
    pub(super) name: Option<String>,
    /// The name of the resource group that it was in.
    pub(super) resource_group: Option<String>,
    /// How often its data was to be kept.
    pub(super) redundancy: Redundancy,
    /// When it was made.
    pub(super) created_at: Option<DateTime<Utc>>,
    /// Its policies; none where there is no catalogue.
    pub(super) policies: Vec<PolicyEntry>,
    /// Its items.
    pub(super) items: Vec<ItemEntry>,
}

impl Plan {
    /// What comes of the vault.
    pub(super) fn of(looked: &Looked) -> Self {
        let mut plan = Self::of_catalogue(looked);
        plan.keep_what_is_there(looked);
        plan.add_what_is_missing(&looked.points);
        plan.items.sort_by(|a, b| a.machine.name.cmp(&b.machine.name));
        plan
    }

    fn of_catalogue(looked: &Looked) -> Self {
        let Some(content) = looked.catalogue.as_ref().map(|found| found.content.clone()) else {
            let newest = looked.points.last().map(|point| &point.record);
            let told = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
            return Self {
                vault_id: newest.and_then(|record| record.vault_id).unwrap_or_else(|| VaultId::new(Uuid::now_v7())),
                name: newest.and_then(|record| told(&record.vault)),
                resource_group: newest.and_then(|record| told(&record.resource_group)),
                redundancy: Redundancy::default(),
                created_at: None,
                policies: Vec::new(),
                items: Vec::new(),
            };
        };
        Self {
            vault_id: content.vault.id,
            name: Some(content.vault.name),
            resource_group: Some(content.vault.resource_group),
            redundancy: content.vault.redundancy,
            created_at: Some(content.vault.created_at),
            policies: content.vault.policies,
            items: content.items,
        }
    }

    /// A point that was deleted after the catalogue was written is gone. One whose snapshot cannot be read is there, and may be repaired.
    fn keep_what_is_there(&mut self, looked: &Looked) {
        let there: HashSet<&str> = looked
            .points
            .iter()
            .map(|point| point.snapshot.as_str())
            .chain(looked.damaged.iter().map(String::as_str))
            .collect();
        for item in &mut self.items {
            item.points.retain(|point| there.contains(point.snapshot.as_str()));
        }
    }

    /// Points that were made after the catalogue was written, or that there is no catalogue of.
    fn add_what_is_missing(&mut self, stored: &[StoredPoint]) {
        let known =
            |item: &ItemEntry| item.points.iter().map(|point| (point.snapshot.clone(), point.id)).collect::<Vec<_>>();
        let known: Vec<(String, RecoveryPointId)> = self.items.iter().flat_map(known).collect();
        let (snapshots, mut ids): (HashSet<_>, HashSet<_>) = known.into_iter().unzip();
        let mut by_machine: HashMap<MachineId, usize> =
            self.items.iter().enumerate().map(|(place, item)| (item.machine.id, place)).collect();
        let policy = self.policies.first().map(|policy| policy.id);
        // The newest first: of two snapshots that are one point, the second attempt's counts.
        for point in stored.iter().rev().filter(|point| !snapshots.contains(&point.snapshot)) {
            if !ids.insert(point.id) {
                continue;
            }
            let place = *by_machine.entry(point.machine_id).or_insert_with(|| {
                self.items.push(item(point, policy));
                self.items.len() - 1
            });
            let item = &mut self.items[place];
            item.created_at = item.created_at.min(point.taken_at);
            item.points.push(entry(point));
        }
        for item in &mut self.items {
            item.points.sort_by_key(|point| (point.taken_at, point.id));
        }
    }
}

/// The item of a machine that is known by its newest point alone.
fn item(newest: &StoredPoint, policy: Option<PolicyId>) -> ItemEntry {
    let disk = |disk: &shared::recovery_point::PointDisk| FoundDisk {
        name: disk.name.clone(),
        format: DiskFormat::Raw,
        size_bytes: disk.size_bytes,
        allocated_bytes: disk.size_bytes,
        file: String::new(),
    };
    ItemEntry {
        id: newest.record.item_id.unwrap_or_else(|| ItemId::new(Uuid::now_v7())),
        machine: MachineEntry {
            id: newest.machine_id,
            name: newest.machine_name.clone(),
            identity: String::new(),
            place: String::new(),
            disks: newest.disks.iter().map(disk).collect(),
            host: HostEntry { name: newest.record.host.clone(), folder: String::new() },
        },
        // Without a catalogue the default policy is made when the vault is, and takes the place of this one.
        policy_id: policy.unwrap_or_else(|| PolicyId::new(Uuid::nil())),
        created_at: newest.taken_at,
        stopped_at: None,
        points: Vec::new(),
    }
}

fn entry(point: &StoredPoint) -> PointEntry {
    PointEntry {
        id: point.id,
        snapshot: point.snapshot.clone(),
        job_id: point.record.job_id.unwrap_or_else(|| JobId::new(Uuid::nil())),
        taken_at: point.taken_at,
        consistency: point.consistency,
        disks: point.disks.clone(),
        read_bytes: 0,
        new_bytes: point.new_bytes,
        stored_bytes: 0,
        expires_at: point.record.expires_at.or_else(|| DateTime::from_timestamp(NO_END, 0)).unwrap_or(point.taken_at),
        validated_at: None,
    }
}
