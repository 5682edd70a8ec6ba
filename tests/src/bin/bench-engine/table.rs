//! The table of the medians.

use std::io::{self, Write as _};

use crate::measured::{Cost, Measured};

/// What a row shows, and how it is made of a round.
type Row = (&'static str, fn(&Measured) -> Cost);

const STEPS: [Row; 4] = [
    ("full", |round| round.full),
    ("unchanged, all read", |round| round.again),
    ("increment", |round| round.increment),
    ("restore", |round| round.restore),
];

/// Prints a column a program; in brackets how much longer `restic`, the first, takes.
pub(crate) fn print(names: &[&str], measured: &[Vec<Measured>]) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "| wall s / CPU s (restic's wall to it) | {} |", names.join(" | "))?;
    writeln!(out, "| --- |{}", " --- |".repeat(names.len()))?;
    for (what, of) in STEPS {
        let walls: Vec<f64> = measured.iter().map(|rounds| median(rounds, |round| of(round).wall)).collect();
        let cells = measured.iter().zip(&walls).map(|(rounds, wall)| {
            let cpu = median(rounds, |round| of(round).cpu);
            format!("{wall:.2} / {cpu:.2} ({:.2}x)", walls[0] / wall)
        });
        line(&mut out, what, cells)?;
    }
    for (what, of) in
        [("full, stored MiB", stored_full as fn(&Measured) -> f64), ("increment, stored MiB", stored_increment)]
    {
        let mib: Vec<f64> = measured.iter().map(|rounds| median(rounds, of)).collect();
        line(&mut out, what, mib.iter().map(|value| format!("{value:.0} ({:.2} of restic)", value / mib[0])))?;
    }
    line(
        &mut out,
        "peak memory MiB",
        measured.iter().map(|rounds| format!("{:.0}", median(rounds, Measured::memory_mib))),
    )
}

fn line(out: &mut impl io::Write, what: &str, cells: impl Iterator<Item = String>) -> anyhow::Result<()> {
    Ok(writeln!(out, "| {what} | {} |", cells.collect::<Vec<_>>().join(" | "))?)
}

#[expect(clippy::cast_precision_loss, reason = "figures for people")]
fn stored_full(round: &Measured) -> f64 {
    round.stored_full as f64 / f64::from(1 << 20)
}

#[expect(clippy::cast_precision_loss, reason = "figures for people")]
fn stored_increment(round: &Measured) -> f64 {
    round.stored_increment as f64 / f64::from(1 << 20)
}

fn median(rounds: &[Measured], of: impl Fn(&Measured) -> f64) -> f64 {
    let mut values: Vec<f64> = rounds.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
