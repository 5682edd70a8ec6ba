//! `cofre vault verify`.

use std::num::NonZeroU32;

use anyhow::ensure;
use engine::{ReadPacks, VerifyRequest};

use crate::commands::interrupt::cancel_on_signal;
use crate::commands::vault::arguments::Common;
use crate::commands::vault::output::Meter;

const SECONDS_A_DAY: i64 = 86_400;

pub(super) fn read_packs(all: bool, share: Option<NonZeroU32>) -> ReadPacks {
    match share {
        _ if all => ReadPacks::All,
        None => ReadPacks::None,
        Some(of) => {
            let day = server::clock::Clock::system().now().timestamp() / SECONDS_A_DAY;
            ReadPacks::Share { of: of.get(), turn: u64::try_from(day).unwrap_or(0) }
        }
    }
}

pub(super) fn verify(common: &Common, read: ReadPacks) -> anyhow::Result<()> {
    let vault = common.open()?;
    let report = vault.verify(VerifyRequest { read }, &Meter::new(), &cancel_on_signal())?;
    common.output().line(&serde_json::to_value(&report)?, || {
        let mut text = format!("{} snapshots, {} packs", report.snapshots, report.packs);
        for problem in &report.problems {
            text.push_str(&format!("\n{}: {}", problem.what, problem.why));
        }
        for point in &report.points_hurt {
            text.push_str(&format!("\nnot restorable completely: {point}"));
        }
        text
    })?;
    ensure!(report.problems.is_empty(), "{} problems were found", report.problems.len());
    Ok(())
}
