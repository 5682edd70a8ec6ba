//! The last days of vaults: those that are counted, and the others judged now.

use std::collections::HashMap;

use shared::growth::{StorageSample, outlook};
use shared::history::{History, VaultDay, VaultHistory};
use shared::id::VaultId;

use crate::app::App;
use crate::auth::Principal;
use crate::error::Result;
use crate::history::calendar::{date_of, day, shown};
use crate::history::{close, store};
use crate::vaults;

/// The last days of the vaults that the principal may see, or of one of them.
pub(super) async fn history(app: &App, principal: &Principal, only: Option<VaultId>) -> Result<History> {
    let now = app.clock.now();
    let server_zone = app.config.time_zone;
    let dates = shown(date_of(now, server_zone));
    let (first, last) = (dates[0], dates[dates.len() - 1]);
    let mut connection = app.db.read().await?;
    let mut seen = vaults::names(&mut connection).await?;
    seen.retain(|row| principal.sees(row.place) && only.is_none_or(|id| row.record.id == id));
    let first_days = store::first_days(&mut connection).await?;
    let mut counted = store::closed(&mut connection, (first, last)).await?;
    for date in &dates {
        let begun = |vault: &VaultId| first_days.get(vault).is_some_and(|first| date >= first);
        let is_open = |vault: &VaultId| begun(vault) && !counted.contains_key(&(*vault, *date));
        if seen.iter().any(|row| is_open(&row.record.id)) {
            for (vault, judged) in close::judge(&mut connection, (*date, only), now).await? {
                counted.entry((vault, *date)).or_insert(judged);
            }
        }
    }
    let mut samples: HashMap<VaultId, Vec<StorageSample>> = HashMap::new();
    for (vault, sample) in store::samples(&mut connection, (first, last)).await? {
        samples.entry(vault).or_default().push(sample);
    }
    let of_vault = |vault: shared::vault::VaultRef| {
        let storage = samples.remove(&vault.id).unwrap_or_default();
        let on = |date| counted.get(&(vault.id, date)).copied().unwrap_or_else(VaultDay::default);
        VaultHistory { days: dates.iter().copied().map(on).collect(), outlook: outlook(&storage), storage, vault }
    };
    let vaults = seen.into_iter().map(|row| row.record).map(of_vault).collect();
    let days = dates.iter().map(|date| day(*date, server_zone)).collect();
    Ok(History { time_zone: server_zone.name().to_owned(), days, vaults })
}
