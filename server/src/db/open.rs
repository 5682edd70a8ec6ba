//! Opening the database and beginning transactions.

use std::time::Duration;

use anyhow::Context as _;
use sqlx::any::AnyPoolOptions;
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, AnyPool, Executor as _, Transaction};

use crate::db::{Address, Hold};

/// What a query runs on: a connection, or a transaction on one.
pub type Connection = AnyConnection;

/// A writing transaction.
pub type Tx = Transaction<'static, Any>;

/// What differs between the two databases; the SQL of the domains does not.
#[derive(Debug)]
struct Dialect {
    /// Set on every connection: readers never wait for the writer, what was committed survives a power cut, and nobody waits for the
    /// writer's place for ever.
    settings: &'static str,
    /// Begins a writing transaction.
    begin: &'static str,
    /// Takes the writer's place, when beginning did not.
    take_place: Option<&'static str>,
}

const SQLITE: Dialect = Dialect {
    settings: "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 10000;",
    begin: "begin immediate",
    take_place: None,
};

/// The place is a lock of the database, given back with the transaction's end. Only under `read committed` does what follows see all that
/// was committed before the place was free: the other levels look at the database as it was before they waited.
const POSTGRESQL: Dialect = Dialect {
    settings: "set synchronous_commit = on; set lock_timeout = '10s';",
    begin: "begin isolation level read committed",
    take_place: Some("select pg_advisory_xact_lock(1668245106, 2)"),
};

/// At most so many connections: there is one writer, and readers are quick.
const CONNECTIONS: u32 = 8;

/// A database that does not answer for so long is away.
const PATIENCE: Duration = Duration::from_secs(10);

/// The database.
#[derive(Clone, Debug)]
pub struct Db {
    pub(super) pool: AnyPool,
    dialect: &'static Dialect,
}

impl Db {
    /// Opens the database, makes sure that nobody else works with it, and brings its tables up to date. A SQLite file is made when it is
    /// not there.
    pub async fn open(address: &Address) -> anyhow::Result<(Self, Hold)> {
        sqlx::any::install_default_drivers();
        let dialect = match address {
            Address::File(_) => &SQLITE,
            Address::Server(_) => &POSTGRESQL,
        };
        let pool = AnyPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    connection.execute(dialect.settings).await?;
                    Ok(())
                })
            })
            .connect(&address.url())
            .await
            .with_context(|| format!("cannot open the database {address}"))?;
        let db = Self { pool, dialect };
        let hold = Hold::take(&db, address).await?;
        sqlx::migrate!("./migrations").run(&db.pool).await.context("cannot bring the database's tables up to date")?;
        Ok((db, hold))
    }

    /// A connection for reading.
    pub async fn read(&self) -> sqlx::Result<PoolConnection<Any>> {
        self.pool.acquire().await
    }

    /// A writing transaction, which holds the writer's place from its first moment: what it reads stays true until it ends, whoever else
    /// writes.
    ///
    /// It begins on a task of its own: a caller that is given up meanwhile must not leave a connection behind that has begun and that
    /// nobody ends.
    pub async fn begin(&self) -> sqlx::Result<Tx> {
        let Self { pool, dialect } = self.clone();
        let begun = tokio::spawn(async move {
            let mut tx = pool.begin_with(dialect.begin).await?;
            if let Some(take_place) = dialect.take_place {
                tx.execute(take_place).await?;
            }
            Ok(tx)
        });
        begun.await.map_err(|_| sqlx::Error::WorkerCrashed)?
    }

    /// Ends all connections, after what is under way has finished.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}
