//! Days that pass: the clock moves on, and storage fills as the test says, whatever the machine that runs it has.

use chrono::TimeDelta;
use server::history::{Room, sample};
use shared::id::{ItemId, VaultId};

use crate::{Client, Cofre};

impl Cofre {
    /// Sets the clock to the same time of day so many days ago.
    pub fn go_back(&self, days: i64) {
        self.clock.advance(TimeDelta::days(-days));
    }

    /// A day passes, and then each of these items is backed up. A session does not live through it; a token does.
    pub async fn day_passes(&self, script: &Client, items: &[ItemId]) {
        self.clock.advance(TimeDelta::days(1));
        for item in items {
            script.backed_up(*item).await;
        }
    }

    /// The last look of the day at a vault's storage found so much of it used.
    pub async fn looked_at_storage(&self, vault: VaultId, used_bytes: u64, capacity_bytes: u64) {
        let room = Room { capacity_bytes, free_bytes: capacity_bytes - used_bytes };
        let mut tx = self.app().db.begin().await.expect("the database can be written");
        sample(&mut tx, self.app(), vault, Some(room)).await.expect("a look can be kept");
        tx.commit().await.expect("the database can be written");
    }
}
