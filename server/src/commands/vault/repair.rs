//! `cofre vault repair`.

use std::time::Duration;

use crate::commands::interrupt::cancel_on_signal;
use crate::commands::vault::arguments::Common;
use crate::commands::vault::output::Meter;

pub(super) fn repair(common: &Common, patience: Duration) -> anyhow::Result<()> {
    let vault = common.open()?;
    vault.remove_stale_locks()?;
    let report = vault.repair(patience, &Meter::new(), &cancel_on_signal())?;
    let unreadable: Vec<String> = report.packs_unreadable.iter().map(ToString::to_string).collect();
    let value = serde_json::json!({
        "indexes_removed": report.indexes_removed,
        "packs_named": report.packs_named,
        "packs_missing": report.packs_missing,
        "packs_unreadable": unreadable,
    });
    common.output().line(&value, || {
        let (removed, named, missing) = (report.indexes_removed, report.packs_named, report.packs_missing);
        let first =
            format!("removed {removed} unreadable indexes, named {named} packs, {missing} named ones are missing");
        [first].into_iter().chain(unreadable.iter().cloned()).collect::<Vec<_>>().join("\n")
    })
}
