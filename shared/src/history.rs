//! History: the last thirty days of vaults, and how their storage grew.

use serde::{Deserialize, Serialize};

use crate::day::{CalendarDay, DayCounts};
use crate::growth::{Outlook, StorageSample};
use crate::vault::VaultRef;

/// A day of a vault.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VaultDay {
    /// How many of its items had a day of which state, each by its own policy's calendar.
    pub items: DayCounts,
    /// What the day's points brought that was new to the vault, before compression.
    pub new_bytes: u64,
}

/// The last days of a vault.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VaultHistory {
    /// The vault.
    pub vault: VaultRef,
    /// One for each day of the history.
    pub days: Vec<VaultDay>,
    /// How full its storage was, oldest first; days without a look are missing.
    pub storage: Vec<StorageSample>,
    /// Until when there is room.
    pub outlook: Outlook,
}

/// The last thirty days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct History {
    /// The server's zone, which says what day it is.
    pub time_zone: String,
    /// The days, oldest first, today last, in the server's zone.
    pub days: Vec<CalendarDay>,
    /// The vaults that you may see, by name.
    pub vaults: Vec<VaultHistory>,
}

impl History {
    /// What was new on each day, over all vaults.
    pub fn new_bytes(&self) -> Vec<u64> {
        let mut all = vec![0; self.days.len()];
        for vault in &self.vaults {
            for (sum, day) in all.iter_mut().zip(&vault.days) {
                *sum += day.new_bytes;
            }
        }
        all
    }
}
