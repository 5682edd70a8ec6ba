//! `cofre vault replicate`.

use anyhow::ensure;
use engine::{ReplicaLag, ReplicateRequest};

use crate::commands::interrupt::cancel_on_signal;
use crate::commands::vault::arguments::Common;
use crate::commands::vault::output::Meter;
use crate::commands::vault::place::Place;

pub(super) fn replicate(common: &Common, to: &Place, request: ReplicateRequest) -> anyhow::Result<()> {
    let vault = common.open()?;
    ensure!(!to.is(&common.repo), "{to} is the vault itself");
    vault.remove_stale_locks()?;
    let replica = to.replica_of(&vault)?;
    replica.remove_stale_locks()?;
    let outcome = vault.replicate(&replica, request, &Meter::new(), &cancel_on_signal())?;
    let left_out: Vec<_> = outcome
        .left_out
        .iter()
        .map(|(point, damage)| serde_json::json!({ "id": point, "why": damage.to_string() }))
        .collect();
    let mended: Vec<String> = outcome.mended.iter().map(ToString::to_string).collect();
    let value = serde_json::json!({
        "points": outcome.points,
        "packs": outcome.packs,
        "read_bytes": outcome.read_bytes,
        "stored_bytes": outcome.stored_bytes,
        "left_out": left_out,
        "mended": mended,
        "lag": outcome.lag,
        "seconds": outcome.duration.as_secs_f64(),
    });
    common.output().line(&value, || {
        let (points, packs, bytes) = (outcome.points, outcome.packs, outcome.stored_bytes);
        let first = format!("brought {points} points, wrote {packs} packs, {bytes} bytes; {}", words(&outcome.lag));
        let mended = mended.iter().map(|damage| format!("mended at the replica: {damage}"));
        let left_out = outcome.left_out.iter().map(|(point, damage)| format!("left out: {point}: {damage}"));
        [first].into_iter().chain(mended).chain(left_out).collect::<Vec<_>>().join("\n")
    })?;
    ensure!(outcome.left_out.is_empty(), "{} points could not be replicated", outcome.left_out.len());
    Ok(())
}

fn words(lag: &ReplicaLag) -> String {
    match (lag.points_missing, lag.oldest_missing) {
        (0, _) => "nothing is missing".to_owned(),
        (missing, None) => format!("{missing} points are missing"),
        (missing, Some(oldest)) => format!("{missing} points are missing, the oldest of {}", oldest.to_rfc3339()),
    }
}
