//! `cofre admin`: what an operator does beside the running server.

use std::path::Path;

use anyhow::Context as _;
use clap::{Args, Subcommand};
use server::config::Config;
use server::operator;

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
    /// Removes a user's second factor: they sign in with their password alone.
    RemoveSecondFactor {
        /// The name that they sign in with.
        name: String,
    },
    /// Makes a new master key and seals all vaults' passwords with it.
    RotateMasterKey,
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

fn println_plainly(text: &str) -> anyhow::Result<()> {
    use std::io::Write as _;
    writeln!(std::io::stdout(), "{text}").context("cannot write to the standard output")
}
