//! `cargo xtask fuzz-api`: schemathesis reads the API's document from a running server and sends what fits it, what nearly does and what does not,
//! as an Owner's script and as nobody. An answer of 500 or above is a fault, and so is a server that does not answer.
//!
//! Environment: `COFRE_BIN`, `COFRE_SCHEMATHESIS` (set by `cargo xtask`), `COFRE_FUZZ_EXAMPLES` (requests of each route in the phase of chance, 200),
//! `COFRE_SEED` (to send the same again).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, ensure};
use shared::auth::{NewToken, Role};
use tests::{Client, Place, Process, everything};

fn main() -> anyhow::Result<()> {
    tokio::runtime::Runtime::new()?.block_on(fuzz())
}

async fn fuzz() -> anyhow::Result<()> {
    let path = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let advice = "is not set: run `cargo xtask fuzz-api`";
    let program = path("COFRE_BIN").with_context(|| format!("COFRE_BIN {advice}"))?;
    let schemathesis = path("COFRE_SCHEMATHESIS").with_context(|| format!("COFRE_SCHEMATHESIS {advice}"))?;
    let place = Place::new();
    let (process, owner) = Process::start_new(Process::command(&program, &place, "")).await;
    let token: NewToken =
        owner.post("/tokens", &serde_json::json!({"name": "fuzz", "grant": everything(Role::Owner)})).await.body(201);
    let as_owner = ["--header".to_owned(), format!("Authorization: Bearer {}", token.secret)];
    let as_nobody = ["--header".to_owned(), "X-Cofre-Request: 1".to_owned()];
    for (who, headers) in [("an Owner's script", as_owner), ("nobody", as_nobody)] {
        eprintln!("\nschemathesis as {who}");
        let (schemathesis, address) = (schemathesis.clone(), owner.address().to_owned());
        let folder = place.path("reports");
        let run = move || run(&schemathesis, &address, &headers, &folder);
        tokio::task::spawn_blocking(run).await?.with_context(|| format!("as {who}"))?;
        is_well(&process.nobody()).await?;
    }
    let ended = tokio::task::spawn_blocking(move || process.terminate()).await?;
    ensure!(ended.status.success() && !ended.output.contains("panicked"), "{ended:#?}");
    Ok(())
}

/// The stream has no end and is left out; its events are not a request's answer.
fn run(schemathesis: &Path, address: &str, headers: &[String], folder: &Path) -> anyhow::Result<()> {
    let examples = std::env::var("COFRE_FUZZ_EXAMPLES").unwrap_or_else(|_| "200".to_owned());
    // It leaves what it learned in the folder where it runs.
    fs::create_dir_all(folder)?;
    let mut command = Command::new(schemathesis);
    command.current_dir(folder);
    command.args(["run", &format!("{address}/api/openapi.json"), "--no-color"]).args(headers);
    command.args(["--checks", "not_a_server_error", "--exclude-path", "/api/v1/events", "--mode", "all"]);
    command.args([
        "--max-examples",
        &examples,
        "--continue-on-failure",
        "--request-timeout",
        "30",
        "--warnings",
        "off",
    ]);
    command.args(["--suppress-health-check", "all", "--generation-database", "none"]);
    command.arg("--report-dir").arg(folder);
    if let Ok(seed) = std::env::var("COFRE_SEED") {
        command.args(["--seed", &seed]);
    }
    let status = command.status().with_context(|| format!("{} cannot be started", schemathesis.display()))?;
    ensure!(status.success(), "schemathesis found a fault ({status})");
    Ok(())
}

async fn is_well(nobody: &Client) -> anyhow::Result<()> {
    let answer = nobody.send(nobody.at("GET", "/readyz")).await;
    ensure!(answer.status == 204, "the server is not well any more: {answer:?}");
    Ok(())
}
