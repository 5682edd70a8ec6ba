//! Opening the database and beginning transactions.

use std::path::Path;

use anyhow::Context as _;
use sqlx::any::AnyPoolOptions;
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, AnyPool, Executor as _, Transaction};

/// What a query runs on: a connection, or a transaction on one.
pub type Connection = AnyConnection;

/// A writing transaction.
pub type Tx = Transaction<'static, Any>;

/// Set on every connection: readers never wait for the writer, what was committed survives a power cut.
const PRAGMAS: &str =
    "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 10000;";

/// At most so many connections; SQLite has one writer, and readers are quick.
const CONNECTIONS: u32 = 8;

/// The database.
#[derive(Clone, Debug)]
pub struct Db {
    pool: AnyPool,
}

impl Db {
    /// Opens the SQLite file, makes it when it is not there, and brings its tables up to date.
    pub async fn open(file: &Path) -> anyhow::Result<Self> {
        sqlx::any::install_default_drivers();
        let address = format!("sqlite://{}?mode=rwc", file.display());
        let pool = AnyPoolOptions::new()
            .max_connections(CONNECTIONS)
            .after_connect(|connection, _| {
                Box::pin(async move {
                    connection.execute(PRAGMAS).await?;
                    Ok(())
                })
            })
            .connect(&address)
            .await
            .with_context(|| format!("cannot open the database {}", file.display()))?;
        sqlx::migrate!("./migrations").run(&pool).await.context("cannot bring the database's tables up to date")?;
        Ok(Self { pool })
    }

    /// A connection for reading.
    pub async fn read(&self) -> sqlx::Result<PoolConnection<Any>> {
        self.pool.acquire().await
    }

    /// A writing transaction, which holds the writer's place from its first moment: reading first and writing later would fail
    /// in WAL mode when another writer came in between.
    pub async fn begin(&self) -> sqlx::Result<Tx> {
        self.pool.begin_with("begin immediate").await
    }

    /// Ends all connections, after what is under way has finished.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}
