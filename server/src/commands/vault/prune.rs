//! `cofre vault prune`.

use std::time::Duration;

use clap::Args;
use engine::{PackCount, PruneRequest};

use crate::commands::interrupt::cancel_on_signal;
use crate::commands::vault::arguments::Common;
use crate::commands::vault::output::Meter;

/// How much to take away, and how soon.
#[derive(Args)]
pub(super) struct PruneArguments {
    /// Tells what would be done, to the byte, and changes nothing.
    #[arg(long)]
    dry_run: bool,
    /// How much may stay unused, in percent of what is used. The less, the more is copied.
    #[arg(long, value_name = "PERCENT", default_value_t = 5, value_parser = clap::value_parser!(u8).range(..=100))]
    max_unused: u8,
    /// How many hours condemned data stays before it is deleted.
    #[arg(long, value_name = "HOURS", default_value_t = 24)]
    grace: u16,
    /// How many seconds to wait until nobody else works with the vault.
    #[arg(long, value_name = "SECONDS", default_value_t = 600)]
    wait: u32,
}

pub(super) fn prune(common: &Common, arguments: &PruneArguments) -> anyhow::Result<()> {
    let vault = common.open()?;
    let request = PruneRequest {
        unused_percent_max: arguments.max_unused,
        grace: Duration::from_hours(arguments.grace.into()),
        patience: Duration::from_secs(arguments.wait.into()),
        ..PruneRequest::at(server::clock::Clock::system().now())
    };
    let output = common.output();
    if arguments.dry_run {
        let plan = vault.plan_prune(&request, &Meter::new(), &cancel_on_signal())?;
        return output.line(&serde_json::to_value(plan)?, || {
            let (present, unneeded) = (words(plan.present), words(plan.unneeded));
            let (to_copy, copies) = (words(plan.to_copy), words(plan.copies));
            format!(
                "{present}, for {} snapshots\nnot needed: {unneeded}\nto be copied: {to_copy}, into {copies}\nfreed: {} bytes",
                plan.snapshots,
                plan.freed_bytes(),
            )
        });
    }
    vault.remove_stale_locks()?;
    let outcome = vault.prune(&request, &Meter::new(), &cancel_on_signal())?;
    output.line(&serde_json::to_value(outcome)?, || {
        let (condemned, deleted) = (words(outcome.condemned), words(outcome.deleted));
        format!(
            "condemned {condemned}, deleted {deleted}, waiting for the end of their grace: {}",
            words(outcome.in_grace)
        )
    })
}

fn words(count: PackCount) -> String {
    format!("{} packs of {} bytes", count.packs, count.bytes)
}
