//! The real program, at an address that stays its own when it is started again.

use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

use tests::{Place, Process};

/// A server that answers at the same address whenever it is started.
pub(crate) fn command(place: &Place, address: &str) -> Command {
    let mut command = Process::command(Path::new(env!("CARGO_BIN_EXE_cofre-under-test")), place, "");
    command.env("COFRE_LISTEN", address);
    command
}

/// An address where nobody listens.
pub(crate) fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it listens somewhere").to_string()
}
