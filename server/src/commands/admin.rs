//! `cofre admin`: what an operator does beside the running server.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::{Args, Subcommand};
use server::config::Config;
use server::operator;

use crate::commands::password::read_password;

/// Looks after a server's keys and locks. The server must be stopped.
#[derive(Args)]
pub(crate) struct AdminArguments {
    #[command(subcommand)]
    command: AdminCommand,
}

#[derive(Subcommand)]
enum AdminCommand {
    /// Prints the password that opens a vault with `cofre vault` or with stock restic.
    VaultPassword {
        /// The vault's name.
        name: String,
    },
    /// Connects a vault that there is: its policies, items and points become known to this server.
    ConnectVault(ConnectArguments),
    /// Removes a user's second factor: they sign in with their password alone.
    RemoveSecondFactor {
        /// The name that they sign in with.
        name: String,
    },
    /// Makes a new master key and seals all vaults' passwords with it.
    RotateMasterKey,
}

#[derive(Args)]
struct ConnectArguments {
    /// The location of `cofre.toml` whose storage it lies in.
    #[arg(long, value_name = "NAME")]
    location: String,
    /// Its folder in that storage.
    #[arg(long, value_name = "FOLDER")]
    folder: String,
    /// A file with the vault's password; an end of line behind it does not count.
    #[arg(long, value_name = "FILE")]
    password_file: PathBuf,
    /// What it is called here; without it as it was called.
    #[arg(long)]
    name: Option<String>,
    /// The resource group that it comes into; without it the one of the name that it was in.
    #[arg(long, value_name = "NAME")]
    resource_group: Option<String>,
}

/// Runs the command.
pub(crate) fn run(arguments: &AdminArguments, config: Option<&Path>) -> anyhow::Result<()> {
    let config = Config::load(config)?;
    let runtime = tokio::runtime::Runtime::new().context("the runtime cannot be started")?;
    runtime.block_on(async {
        match &arguments.command {
            AdminCommand::VaultPassword { name } => {
                for found in operator::vault_passwords(&config, name).await? {
                    println_plainly(&format!("{}\t{}", found.repository, found.password))?;
                }
                Ok(())
            }
            AdminCommand::ConnectVault(asked) => connect_vault(config, asked).await,
            AdminCommand::RemoveSecondFactor { name } => {
                operator::remove_second_factor(&config, name).await?;
                eprintln!("{name} signs in with the password alone now, and can add a second factor again.");
                Ok(())
            }
            AdminCommand::RotateMasterKey => {
                let sealed = operator::rotate_master_key(&config).await?;
                eprintln!("The master key is new; the passwords of {sealed} vaults are sealed with it.");
                eprintln!("Keep a copy of {} apart from the data.", config.master_key_file.display());
                Ok(())
            }
        }
    })
}

async fn connect_vault(config: Config, asked: &ConnectArguments) -> anyhow::Result<()> {
    let password = read_password(&asked.password_file)?;
    let vault = operator::VaultToConnect {
        location: &asked.location,
        folder: &asked.folder,
        password,
        name: asked.name.as_deref(),
        resource_group: asked.resource_group.as_deref(),
    };
    let (name, points) = operator::connect_vault(config, vault).await?;
    eprintln!("Vault {name} is connected, with {points} recovery points. They are on hold until backup is resumed.");
    eprintln!("Stop the server that used it before, if there still is one.");
    Ok(())
}

fn println_plainly(text: &str) -> anyhow::Result<()> {
    use std::io::Write as _;
    writeln!(std::io::stdout(), "{text}").context("cannot write to the standard output")
}
