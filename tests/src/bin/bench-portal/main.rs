//! `cargo xtask bench portal`: how long the overview and every list take in a large installation, with many pages open.
//!
//! The real server answers over real HTTP, with its state in SQLite and then in PostgreSQL, while open event streams are read. Printed are the
//! median and the 99th percentile of each question, beside them the median of an answer to nothing (`/healthz`) right after, which is how busy the
//! machine was, and what the process takes before, during and after. A row that misses the aim is marked.
//! Environment: `COFRE_BIN`, `COFRE_BENCH_POSTGRESQL` (set by `cargo xtask`; without the latter SQLite alone), `COFRE_BENCH_ITEMS` (5000),
//! `COFRE_BENCH_VAULTS` (50), `COFRE_BENCH_JOBS` (1000000), `COFRE_BENCH_STREAMS` (200), `COFRE_BENCH_CLIENTS` (4), `COFRE_BENCH_ANSWERS` (200),
//! `COFRE_BENCH_ONLY` (questions whose name contains it).

mod load;
mod questions;
mod seed;

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use load::{Load, Times};
use questions::{Question, Who};
use seed::{Size, Table};
use server::clock::Clock;
use shared::auth::Role;
use shared::id::VaultId;
use tests::{Client, Figures, Place, Process, everything, on_vault};
use tokio::task::JoinSet;

/// Milliseconds that the median and the 99th percentile should keep within, on two cores that do nothing else.
const AIM: (f64, f64) = (150.0, 400.0);

/// Files that a server has open besides one for each connection: its libraries, the database's, what it listens on.
const FILES_BESIDES: usize = 100;

/// What was measured with one database.
struct Measured {
    times: Vec<Times>,
    figures: [Figures; 3],
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let number = |name: &str, usual: u64| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual);
    let count = |name: &str, usual: usize| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual);
    let size = Size {
        items: number("COFRE_BENCH_ITEMS", 5000),
        vaults: number("COFRE_BENCH_VAULTS", 50),
        jobs: number("COFRE_BENCH_JOBS", 1_000_000),
    };
    let load = Load { clients: count("COFRE_BENCH_CLIENTS", 4), answers: count("COFRE_BENCH_ANSWERS", 200) };
    let streams = count("COFRE_BENCH_STREAMS", 200);
    let program = std::env::var_os("COFRE_BIN").map(PathBuf::from);
    let program = program.context("COFRE_BIN is not set: run `cargo xtask bench portal`")?;
    let only = std::env::var("COFRE_BENCH_ONLY").unwrap_or_default();
    let mut questions = questions::all(size, Clock::system().now());
    questions.retain(|question| question.name.contains(&only));
    let mut columns = vec![("SQLite", None)];
    columns.extend(std::env::var("COFRE_BENCH_POSTGRESQL").ok().map(|server| ("PostgreSQL", Some(server))));
    let mut measured = Vec::new();
    for (name, server) in columns {
        eprintln!("{name}: {} items, {} vaults, {} jobs, {streams} streams", size.items, size.vaults, size.jobs);
        measured.push((name, measure(&program, server, &questions, (size, load, streams)).await?));
    }
    print(&questions, &measured)
}

/// Fills a database, starts the server on it, opens the streams and asks.
async fn measure(
    program: &Path,
    server: Option<String>,
    questions: &[Question],
    (size, load, streams): (Size, Load, usize),
) -> anyhow::Result<Measured> {
    let place = Place::with_state_on(server);
    let (process, owner) = Process::start_new(Process::command(program, &place, "")).await;
    let script = owner.add_token(everything(Role::Owner)).await;
    tokio::task::spawn_blocking(move || process.terminate()).await?;
    let start = Instant::now();
    seed::fill(&place.sql_url(), size, Clock::system().now()).await?;
    eprintln!("  filled after {:.0} s", start.elapsed().as_secs_f64());
    let start = Instant::now();
    let process =
        Process::start_again(Process::command(program, &place, "")).map_err(|ended| anyhow::anyhow!("{ended:#?}"))?;
    eprintln!("  the server answers after {:.1} s", start.elapsed().as_secs_f64());
    let at = |client: &Client| client.moved_to(&process.nobody());
    let (script, owner) = (at(&script), at(&owner));
    let vault = VaultId::new(seed::id(Table::Vaults, 7).parse()?);
    let reader = owner.add_token(on_vault(Role::BackupReader, vault)).await;
    let before = Figures::of(process.id())?;
    let mut open = JoinSet::new();
    for _ in 0..streams {
        let mut live = script.live().await;
        open.spawn(async move { while live.next().await.is_some() {} });
    }
    let mut times = Vec::new();
    for question in questions {
        let client = if question.who == Who::Owner { &script } else { &reader };
        let found = load::ask(client, &question.route, load).await?;
        let (median, slow) = (found.within(0.5), found.within(0.99));
        eprintln!("  {}: {median:.0} ms, {slow:.0} ms, nothing {:.1} ms", question.name, found.nothing);
        times.push(found);
    }
    let during = Figures::of(process.id())?;
    open.shutdown().await;
    let after = closed(&process, before.files + FILES_BESIDES)?;
    ensure!(during.files < streams + load.clients * 2 + FILES_BESIDES, "{} open files", during.files);
    Ok(Measured { times, figures: [before, during, after] })
}

/// The figures when the server has let go of the streams that nobody reads any more: with its next pulse.
fn closed(process: &Process, files: usize) -> anyhow::Result<Figures> {
    let start = Instant::now();
    loop {
        let figures = Figures::of(process.id())?;
        if figures.files <= files {
            return Ok(figures);
        }
        ensure!(start.elapsed() < Duration::from_secs(20), "{} files stay open after the streams ended", figures.files);
        std::thread::sleep(Duration::from_millis(100));
    }
}

fn print(questions: &[Question], measured: &[(&str, Measured)]) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    let heads: Vec<String> = measured.iter().map(|(name, _)| format!("{name}: median | p99 | nothing |")).collect();
    writeln!(out, "| question | answer | {}", heads.join(" "))?;
    writeln!(out, "| --- | --- |{}", " --- | --- | --- |".repeat(measured.len()))?;
    for (row, question) in questions.iter().enumerate() {
        write!(out, "| {} | {} KB |", question.name, measured[0].1.times[row].bytes.div_ceil(1000))?;
        for (_, of) in measured {
            let times = &of.times[row];
            let (median, slow) = (times.within(0.5), times.within(0.99));
            let mark = if median > AIM.0 || slow > AIM.1 { " (!)" } else { "" };
            let few = if times.count() < 50 { format!(" of {}", times.count()) } else { String::new() };
            let missed = if times.missed > 0 { format!(", {} missed", times.missed) } else { String::new() };
            write!(out, " {median:.1} ms | {slow:.1} ms{few}{missed}{mark} | {:.1} ms |", times.nothing)?;
        }
        writeln!(out)?;
    }
    writeln!(out, "\n| the server | memory | threads | open files |")?;
    writeln!(out, "| --- | --- | --- | --- |")?;
    for (name, of) in measured {
        for (when, figures) in ["at its start", "with the streams open", "after them"].iter().zip(of.figures) {
            let Figures { memory_kib, threads, files } = figures;
            writeln!(out, "| {name}, {when} | {} MiB | {threads} | {files} |", memory_kib / 1024)?;
        }
    }
    Ok(())
}
