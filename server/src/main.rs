//! `cofre`: arguments → a command.

mod commands;

use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use tracing_subscriber::EnvFilter;

/// Self-hosted backup for virtual machines.
#[derive(Parser)]
#[command(name = "cofre", version)]
struct Arguments {
    /// The configuration; without it `COFRE_CONFIG`, or `cofre.toml` in the user's configuration folder.
    #[arg(long, global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Runs the server.
    Serve,
    /// Works on a vault's folder directly: no server, no database, no configuration.
    Vault(commands::vault::VaultArguments),
    /// Looks after a server's keys and locks.
    Admin(commands::admin::AdminArguments),
}

fn main() -> ExitCode {
    let filter = EnvFilter::try_from_env("COFRE_LOG").unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let colours = std::io::stderr().is_terminal();
    tracing_subscriber::fmt().with_env_filter(filter).with_ansi(colours).with_writer(std::io::stderr).init();
    let arguments = Arguments::parse();
    let config = arguments.config.as_deref();
    let result = match arguments.command {
        Command::Serve => commands::serve(config),
        Command::Admin(admin) => commands::admin::run(&admin, config),
        Command::Vault(vault) => return commands::vault::run(vault),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cofre: {error:#}");
            ExitCode::FAILURE
        }
    }
}
