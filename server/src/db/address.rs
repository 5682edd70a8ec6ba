//! Where the database is: a file in the data folder, or a database of a PostgreSQL server.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr as _;

use anyhow::{Context as _, ensure};
use sqlx::postgres::PgConnectOptions;

/// The schemes of PostgreSQL's addresses.
const SCHEMES: [&str; 2] = ["postgres", "postgresql"];

/// Where the database is. Printed, it tells no password.
#[derive(Clone, PartialEq, Eq)]
pub enum Address {
    /// A SQLite file, which is made when it is not there.
    File(PathBuf),
    /// A database of a PostgreSQL server, by its URL, which may hold a password.
    Server(String),
}

impl Address {
    /// Reads `postgres://USER:PASSWORD@HOST/DATABASE`. What is wrong is said without the address, since it may hold a password.
    pub fn server(url: &str) -> anyhow::Result<Self> {
        let scheme = url.split_once("://").map(|(scheme, _)| scheme);
        let form = "say postgres://USER:PASSWORD@HOST/DATABASE, or leave it out for SQLite in the data folder";
        let scheme = scheme.with_context(|| format!("this is no address of a database; {form}"))?;
        ensure!(SCHEMES.contains(&scheme), "Cofre does not work with {scheme:?}; {form}");
        let options = PgConnectOptions::from_str(url).map_err(|_| anyhow::anyhow!("the address is damaged; {form}"))?;
        ensure!(options.get_database().is_some(), "the address names no database; {form}");
        Ok(Self::Server(url.to_owned()))
    }

    /// What sqlx takes.
    pub(super) fn url(&self) -> String {
        match self {
            Self::File(path) => format!("sqlite://{}?mode=rwc", path.display()),
            Self::Server(url) => url.clone(),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = match self {
            Self::File(path) => return write!(f, "{}", path.display()),
            Self::Server(url) => url,
        };
        let Ok(options) = PgConnectOptions::from_str(url) else { return f.write_str("of PostgreSQL") };
        let name = options.get_database().unwrap_or_default();
        match options.get_socket() {
            Some(socket) => write!(f, "{name} of PostgreSQL in {}", socket.display()),
            None => write!(f, "{name} of PostgreSQL on {}:{}", options.get_host(), options.get_port()),
        }
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_say_where_it_is_and_no_password() {
        let address = Address::server("postgres://cofre:s3cret@db.example.org:5433/state?password=s3cret").unwrap();
        assert_eq!(address.to_string(), "state of PostgreSQL on db.example.org:5433");
        assert_eq!(format!("{address:?}"), address.to_string());
        let address = Address::server("postgresql:///state?host=/run/postgresql").unwrap();
        assert_eq!(address.to_string(), "state of PostgreSQL in /run/postgresql");
    }

    #[test]
    fn should_refuse_what_it_does_not_know_without_telling_the_password() {
        let refusal = |url: &str| Address::server(url).unwrap_err().to_string();
        let known = "say postgres://USER:PASSWORD@HOST/DATABASE";
        for url in ["mysql://u:s3cret@h/d", "s3cret", "postgres://u:s3cret@h:port/d", "postgres://u:s3cret@h"] {
            let refusal = refusal(url);
            assert!(refusal.contains(known) && !refusal.contains("s3cret"), "{refusal}");
        }
        assert!(refusal("mysql://u@h/d").contains("\"mysql\""));
    }
}
