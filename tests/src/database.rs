//! Where the servers of the tests keep their state: a SQLite file in their place, or a new database of the PostgreSQL server that
//! `cargo xtask test` starts for its second pass.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use server::db::Address;
use uuid::Uuid;

/// Names the PostgreSQL server, up to the slash before a database's name; not set, it is SQLite.
const SERVER: &str = "COFRE_TEST_DATABASE";
/// The folder of PostgreSQL's programs.
const PROGRAMS: &str = "COFRE_POSTGRESQL";

/// A database of one place, gone with it.
#[derive(Debug)]
pub(crate) enum Database {
    /// A SQLite file in the data folder.
    File(PathBuf),
    /// A database of the PostgreSQL server.
    OnServer {
        /// The server's address.
        server: String,
        /// The database's name.
        name: String,
    },
}

impl Database {
    /// The PostgreSQL server that the tests were told of, up to the slash before a database's name.
    pub(crate) fn told() -> Option<String> {
        env::var(SERVER).ok()
    }

    /// A new one for a server with this data folder, on the PostgreSQL server when there is one.
    pub(crate) fn new(data: &Path, server: Option<String>) -> Self {
        let Some(server) = server else { return Self::File(data.join("cofre.db")) };
        let name = format!("cofre_{}", Uuid::now_v7().simple());
        postgresql("createdb", &["--maintenance-db", &format!("{server}/postgres"), &name]);
        Self::OnServer { server, name }
    }

    /// Its address, when it is on the PostgreSQL server.
    pub(crate) fn url(&self) -> Option<String> {
        match self {
            Self::File(_) => None,
            Self::OnServer { server, name } => Some(format!("{server}/{name}")),
        }
    }

    /// What sqlx takes, for filling it past the server.
    pub(crate) fn sql_url(&self) -> String {
        match self {
            Self::File(path) => format!("sqlite://{}", path.display()),
            Self::OnServer { server, name } => format!("{server}/{name}"),
        }
    }

    /// What a server in this process is told.
    pub(crate) fn address(&self) -> Address {
        match self {
            Self::File(path) => Address::File(path.clone()),
            Self::OnServer { server, name } => Address::server(&format!("{server}/{name}")).expect("a known address"),
        }
    }

    /// Everything that it holds.
    pub(crate) fn content(&self) -> Vec<u8> {
        match self {
            Self::File(path) => std::fs::read(path).expect("the database can be read"),
            Self::OnServer { server, name } => {
                postgresql("pg_dump", &["--inserts", "--dbname", &format!("{server}/{name}")]).stdout
            }
        }
    }

    /// What runs SQL on it, when it is on the PostgreSQL server.
    pub(crate) fn psql(&self, sql: &str) -> Command {
        let url = self.url().unwrap_or_else(|| panic!("{SERVER} is not set: run `cargo xtask test --only postgresql`"));
        let mut psql = program("psql");
        psql.args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--dbname", &url, "--command", sql]);
        psql
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Self::OnServer { server, name } = self {
            let server = format!("{server}/postgres");
            // A server that is left at the end of its test is still connected.
            let _ = program("dropdb").args(["--force", "--maintenance-db", &server, name]).output();
        }
    }
}

fn program(name: &str) -> Command {
    let folder = env::var_os(PROGRAMS).unwrap_or_else(|| panic!("{PROGRAMS} is not set: run `cargo xtask test`"));
    Command::new(Path::new(&folder).join(name))
}

fn postgresql(name: &str, arguments: &[&str]) -> Output {
    let output = program(name).args(arguments).output().unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    output
}
