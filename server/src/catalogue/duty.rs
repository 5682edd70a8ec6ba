//! Which vaults' catalogues may differ from what was written, by what was told on the streams.

use std::collections::HashSet;

use shared::event::{Event, Topic};
use shared::id::{ItemId, VaultId};

use crate::app::App;
use crate::catalogue::store;
use crate::error::Result;

/// What may have changed since the last look.
#[derive(Debug, Default)]
pub(super) struct Duty {
    vaults: HashSet<VaultId>,
    items: HashSet<ItemId>,
    all: bool,
}

impl Duty {
    /// Every vault: at the start, and when it is not known which.
    pub(super) fn all() -> Self {
        Self { all: true, ..Self::default() }
    }

    pub(super) fn is_empty(&self) -> bool {
        !self.all && self.vaults.is_empty() && self.items.is_empty()
    }

    /// Takes in what was told.
    pub(super) fn note(&mut self, event: &Event) {
        match event {
            Event::Changed { topic: Topic::Vaults, id: Some(id) } => drop(self.vaults.insert(VaultId::new(*id))),
            Event::Changed { topic: Topic::Items | Topic::RecoveryPoints, id: Some(id) } => {
                self.items.insert(ItemId::new(*id));
            }
            Event::Changed {
                topic: Topic::Vaults | Topic::Items | Topic::RecoveryPoints | Topic::Machines | Topic::Hosts,
                ..
            } => self.all = true,
            _ => {}
        }
    }

    /// Takes in that something was told that nobody heard.
    pub(super) fn note_gap(&mut self) {
        self.all = true;
    }

    /// The vaults to look at, and none from now on.
    pub(super) async fn take(&mut self, app: &App) -> Result<Vec<VaultId>> {
        let mut connection = app.db.read().await?;
        if self.all {
            let all = store::ready(&mut connection).await?;
            *self = Self::default();
            return Ok(all);
        }
        let items: Vec<ItemId> = self.items.iter().copied().collect();
        let mut vaults: HashSet<VaultId> = store::vaults_of(&mut connection, &items).await?.into_iter().collect();
        vaults.extend(&self.vaults);
        *self = Self::default();
        Ok(vaults.into_iter().collect())
    }
}
