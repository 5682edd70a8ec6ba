//! `cofre`: arguments → configuration → serve, or a command.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Parser, Subcommand};
use server::clock::Clock;
use server::config::Config;
use server::start::start;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

/// Self-hosted backup for virtual machines.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Runs the server.
    Serve {
        /// The configuration; without it `COFRE_CONFIG`, or `cofre.toml` in the user's configuration folder.
        #[arg(long)]
        config: Option<PathBuf>,
    },
}

fn main() -> ExitCode {
    let filter = EnvFilter::try_from_env("COFRE_LOG").unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    match Arguments::parse().command {
        Command::Serve { config } => match serve(config) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("cofre: {error:#}");
                ExitCode::FAILURE
            }
        },
    }
}

fn serve(config: Option<PathBuf>) -> anyhow::Result<()> {
    let config = Config::load(config.as_deref())?;
    for name in Config::unknown_variables() {
        tracing::warn!("{name} is set, and nothing reads it");
    }
    let runtime = tokio::runtime::Runtime::new().context("the runtime cannot be started")?;
    runtime.block_on(async {
        let server = start(config, Clock::system()).await?;
        eprintln!("Cofre answers on {}", server.address);
        if let Some(link) = &server.setup_link {
            eprintln!("There is no user yet. Make the first Owner by this one-time link:\n\n    {link}\n");
        }
        let wake = server.app.wake.clone();
        tokio::spawn(async move {
            terminated().await;
            tracing::info!("stopping: what is under way ends first");
            wake.stop();
        });
        server.stopped().await
    })
}

/// Waits for SIGTERM or SIGINT.
async fn terminated() {
    match (signal(SignalKind::terminate()), signal(SignalKind::interrupt())) {
        (Ok(mut terminate), Ok(mut interrupt)) => {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
        }
        // Without handlers the signals end the process, which the next start survives.
        _ => std::future::pending().await,
    }
}
