//! `cargo xtask bench page`: what the page weighs, and when a browser with an empty cache has painted it.
//!
//! Prints the medians of the rounds beside those of a bare line of text from the same server and browser, which is what
//! no page can be faster than. Environment: `COFRE_BIN` (set by `cargo xtask`), `COFRE_BENCH_ROUNDS` (7).

use std::io::{self, Write as _};
use std::path::PathBuf;

use anyhow::Context as _;
use serde_json::Value;
use tests::browser::Browser;
use tests::{Place, Process};

/// When the largest thing on the screen was painted, in milliseconds after the address was called for.
const PAINTED: &str = "new Promise(seen => new PerformanceObserver(list => seen(list.getEntries().at(-1).startTime)) \
    .observe({type: 'largest-contentful-paint', buffered: true}))";
/// How many bytes came for it, headers and all.
const TRANSFERRED: &str = "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')] \
    .filter(entry => !entry.name.includes('/api/')).reduce((sum, entry) => sum + entry.transferSize, 0)";

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let rounds = std::env::var("COFRE_BENCH_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(7);
    let program = std::env::var_os("COFRE_BIN").map(PathBuf::from);
    let program = program.context("COFRE_BIN is not set: run `cargo xtask bench page`")?;
    let place = Place::new();
    let (_process, owner) = Process::start_new(Process::command(&program, &place, "")).await;
    let browser = Browser::open(owner.address(), (1440, 900)).await;
    browser.go("/").await;
    browser.sign_in().await;
    browser.until("document.querySelector('input[type=password]') === null").await;
    let (mut line, mut cold, mut warm) = (Vec::new(), Vec::new(), Vec::new());
    let mut bytes = 0.0;
    for _ in 0..rounds {
        browser.go("/healthz").await;
        line.push(number(&browser, PAINTED).await?);
        browser.empty_cache().await;
        cold.push(overview(&browser).await?);
        bytes = number(&browser, TRANSFERRED).await?;
        warm.push(overview(&browser).await?);
    }
    let line = median(&mut line);
    let mut out = io::stdout().lock();
    writeln!(out, "| the overview, signed in, on loopback | painted after | a line of text | ratio |")?;
    writeln!(out, "| --- | --- | --- | --- |")?;
    for (name, times) in [("empty cache", &mut cold), ("files in the cache", &mut warm)] {
        let time = median(times);
        writeln!(out, "| {name} | {time:.0} ms | {line:.0} ms | {:.1} |", time / line)?;
    }
    writeln!(out, "\nTransferred with an empty cache, everything: {:.0} KB", bytes / 1000.0)?;
    Ok(())
}

/// Opens the overview anew; answers when its largest part was painted.
async fn overview(browser: &Browser) -> anyhow::Result<f64> {
    browser.go("/").await;
    browser.until("document.querySelector('main h1') !== null").await;
    number(browser, PAINTED).await
}

async fn number(browser: &Browser, expression: &str) -> anyhow::Result<f64> {
    let value: Value = browser.evaluate(expression).await;
    value.as_f64().with_context(|| format!("{expression} is no number: {value}"))
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
