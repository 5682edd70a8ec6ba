//! `cargo xtask bench lighthouse`: the marks that Lighthouse gives the overview and a vault's dashboard.
//!
//! The real server, signed in, with two machines that were backed up and one that has no backup; on a desktop and a line as Lighthouse simulates
//! them. Marks below 95 are marked. Environment: `COFRE_BIN`, `COFRE_LIGHTHOUSE`, `COFRE_CHROMIUM` (set by `cargo xtask`), `COFRE_BENCH_ROUNDS` (3),
//! `COFRE_BENCH_REPORTS` (a folder that the reports are kept in).

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, ensure};
use serde_json::Value;
use tests::{Client, Place, Process, content, images};

/// What Lighthouse gives marks for, and what we ask of each.
const CATEGORIES: [(&str, f64); 3] = [("performance", 95.0), ("accessibility", 95.0), ("best-practices", 0.0)];

/// What a mark is made of, for the table.
const TIMES: [&str; 2] = ["first-contentful-paint", "largest-contentful-paint"];

/// What is called for, in one form of it.
struct Visit<'a> {
    script: &'a Path,
    cookie: &'a str,
    url: String,
    report: PathBuf,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let variable = |name: &str| {
        std::env::var_os(name)
            .map(PathBuf::from)
            .with_context(|| format!("{name} is not set: run `cargo xtask bench lighthouse`"))
    };
    let (program, script) = (variable("COFRE_BIN")?, variable("COFRE_LIGHTHOUSE")?);
    let rounds = std::env::var("COFRE_BENCH_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(3);
    let place = Place::new();
    let (_process, owner) = Process::start_new(Process::command(&program, &place, "")).await;
    let vault = fill(&place, &owner).await;
    let cookie = owner.cookie().context("the Owner has a cookie")?.to_owned();
    let reports = std::env::var_os("COFRE_BENCH_REPORTS").map_or_else(|| place.path("reports"), PathBuf::from);
    std::fs::create_dir_all(&reports)?;
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "| Lighthouse, desktop | performance | accessibility | best practices | first paint | largest paint |"
    )?;
    writeln!(out, "| --- | --- | --- | --- | --- | --- |")?;
    for (name, path) in [("overview", "/".to_owned()), ("a vault's dashboard", format!("/vaults/{vault}"))] {
        let mut seen = Vec::new();
        for round in 0..rounds {
            let visit = Visit {
                script: &script,
                cookie: &cookie,
                url: format!("{}{path}", owner.address()),
                report: reports.join(format!("{}-{round}.json", name.replace(' ', "-"))),
            };
            seen.push(look(&visit)?);
        }
        // Lighthouse's own advice: of several runs the one in the middle.
        seen.sort_by(|one, other| mark(one, CATEGORIES[0].0).total_cmp(&mark(other, CATEGORIES[0].0)));
        let middle = seen.get(seen.len() / 2).context("no round was asked for")?;
        write!(out, "| {name} |")?;
        for (category, aim) in CATEGORIES {
            let mark = mark(middle, category);
            write!(out, " {mark:.0}{} |", if mark < aim { " (!)" } else { "" })?;
        }
        for time in TIMES {
            let time = middle["audits"][time]["numericValue"].as_f64().unwrap_or(f64::NAN);
            write!(out, " {time:.0} ms |")?;
        }
        writeln!(out)?;
        for complaint in complaints(middle) {
            eprintln!("{name}: {complaint}");
        }
    }
    Ok(())
}

/// A vault with two machines that were backed up, and one machine that nobody protects.
async fn fill(place: &Place, owner: &Client) -> shared::id::VaultId {
    let names = ["db-01", "mail-01", "web-01"];
    for (seed, name) in (1..).zip(names) {
        images::raw(&place.images().join(format!("{name}.raw")), &content::disk(seed));
    }
    owner.add_host("rack", &place.images()).await;
    let vault = owner.add_vault("production").await.id;
    for name in &names[..2] {
        let item = owner.protect(name, vault).await.id;
        owner.backed_up(item).await;
    }
    vault
}

/// Lets Lighthouse look; answers its report.
fn look(visit: &Visit<'_>) -> anyhow::Result<Value> {
    let chromium = std::env::var("COFRE_CHROMIUM").unwrap_or_else(|_| "chromium".to_owned());
    let categories = CATEGORIES.map(|(name, _)| name).join(",");
    let mut node = Command::new("node");
    node.arg(visit.script).arg(&visit.url).env("CHROME_PATH", chromium);
    node.args(["--quiet", "--preset=desktop", "--output=json"]).arg(format!("--only-categories={categories}"));
    node.arg(format!("--output-path={}", visit.report.display()));
    node.arg("--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync");
    node.arg(format!("--extra-headers={}", serde_json::json!({ "Cookie": visit.cookie })));
    let status = node.status().context("node cannot be started")?;
    ensure!(status.success(), "Lighthouse ended with {status}");
    Ok(serde_json::from_slice(&std::fs::read(&visit.report)?)?)
}

fn mark(report: &Value, category: &str) -> f64 {
    report["categories"][category]["score"].as_f64().unwrap_or(0.0) * 100.0
}

/// What cost marks, for who is to do better.
fn complaints(report: &Value) -> Vec<String> {
    let audits = report["audits"].as_object().into_iter().flatten();
    let poor = audits.filter(|(_, audit)| audit["score"].as_f64().is_some_and(|score| score < 0.9));
    poor.map(|(id, audit)| format!("{id}: {} {}", audit["score"], audit["displayValue"].as_str().unwrap_or("")))
        .collect()
}
