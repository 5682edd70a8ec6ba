//! The real program as a process of its own, for what only a process can show: being killed, being told to stop, running out of room.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::JoinHandle;

use rustix::process::{Pid, Signal, kill_process};

use crate::{Client, Place};

/// How the program says where it answers.
const ADDRESS: &str = "Cofre answers on ";
/// What the one-time link is known by.
const LINK: &str = "/setup?token=";

/// A running `cofre serve`. Dropped, it is killed.
#[derive(Debug)]
pub struct Process {
    child: Child,
    address: String,
    output: Option<JoinHandle<String>>,
}

/// The end of a program: how it ended, and what it said.
#[derive(Debug)]
pub struct Ended {
    /// How.
    pub status: ExitStatus,
    /// Its standard error.
    pub output: String,
}

impl Process {
    /// The command that serves a place. `more` goes into its `cofre.toml`.
    pub fn command(program: &Path, place: &Place, more: &str) -> Command {
        let mut command = Command::new(program);
        command.arg("serve").arg("--config").arg(place.config_file(more));
        command
    }

    /// Starts a server on a new place and sets it up; answers it and its Owner.
    pub async fn start_new(command: Command) -> (Self, Client) {
        let (process, link) = launch(command, LINK).unwrap_or_else(|ended| panic!("{ended:#?}"));
        let owner = process.nobody().set_up(&link).await;
        (process, owner)
    }

    /// Starts a server on a place that was set up before; answers why not when it ends before it answers.
    pub fn start_again(command: Command) -> Result<Self, Ended> {
        launch(command, ADDRESS).map(|(process, _)| process)
    }

    /// A client that nobody has signed in.
    pub fn nobody(&self) -> Client {
        Client::new(&self.address)
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Kills it, as a power cut would, and returns when it is gone.
    pub fn kill(mut self) {
        self.child.kill().expect("the program can be killed");
        self.child.wait().expect("the program has an end");
    }

    /// Tells it to stop and waits until it has.
    pub fn terminate(mut self) -> Ended {
        let id = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw).expect("a process id");
        kill_process(id, Signal::TERM).expect("the program can be told");
        let status = self.child.wait().expect("the program has an end");
        let output = self.output.take().map(|output| output.join().expect("the output was read"));
        Ended { status, output: output.unwrap_or_default() }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs a command that ends in the program until it says `awaited`; answers the line that did.
fn launch(mut command: Command, awaited: &str) -> Result<(Process, String), Ended> {
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("COFRE_")) {
        command.env_remove(name);
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let mut lines = BufReader::new(child.stderr.take().expect("the output is piped")).lines().map_while(Result::ok);
    let (mut said, mut address) = (String::new(), String::new());
    for line in lines.by_ref() {
        said += &format!("{line}\n");
        if let Some(found) = line.strip_prefix(ADDRESS) {
            found.trim().clone_into(&mut address);
        }
        if line.contains(awaited) {
            // Read on, so that the program never waits for us.
            let output = Some(std::thread::spawn(move || lines.fold(said, |said, line| said + &line + "\n")));
            return Ok((Process { child, address, output }, line.trim().to_owned()));
        }
    }
    Err(Ended { status: child.wait().expect("the program has an end"), output: said })
}
