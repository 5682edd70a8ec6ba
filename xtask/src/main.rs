//! `cargo xtask`: everything a developer, a tester or CI does with this repository, as one command each.
//!
//! Only the standard library is used, so that the command itself is built in a second on any machine.

mod arguments;
mod bench;
mod dist;
mod failure;
mod fuzz;
mod fuzz_api;
mod one_style;
mod page;
mod place;
mod postgresql;
mod process;
mod run;
mod screenshots;
mod server;
mod setup;
mod steps;
mod test;

use std::process::ExitCode;

use arguments::Command;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let command = match arguments::parse(&words) {
        Ok(command) => command,
        Err(refused) => {
            eprintln!("error: {refused}\n\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    let done = match command {
        Command::Help => {
            eprintln!("{}", arguments::USAGE);
            Ok(())
        }
        Command::Setup => setup::everything().map(|_| ()),
        Command::Run { server_arguments } => run::run(&server_arguments),
        Command::Test(choice) => test::run(&choice),
        Command::Bench { name, rest } => bench::run(name.as_deref(), &rest),
        Command::Fuzz { decoder, seconds } => fuzz::run(decoder.as_deref(), seconds),
        Command::FuzzApi => fuzz_api::run(),
        Command::Screenshots { folder } => screenshots::run(folder.as_deref()),
        Command::Dist => dist::run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nerror: {failure}");
            ExitCode::FAILURE
        }
    }
}
