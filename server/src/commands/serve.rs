//! `cofre serve`: runs the server until it is told to stop.

use std::path::Path;

use anyhow::Context as _;
use server::clock::Clock;
use server::config::Config;
use server::start::start;
use tokio::signal::unix::{SignalKind, signal};

/// Serves until SIGTERM or SIGINT.
pub(crate) fn serve(config: Option<&Path>) -> anyhow::Result<()> {
    let config = Config::load(config)?;
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
