//! That one server at a time works with a database: what the lock on the data folder is for a file.

use std::time::Duration;

use anyhow::Context as _;
use sqlx::{AnyConnection, Connection as _, Executor as _};

use crate::db::{Address, Db};

/// Takes the lock of the session. A server that was killed has it until PostgreSQL notices, which is a moment, or half a minute when its
/// machine vanished.
const TAKE: &str = "set lock_timeout = '3s';
    set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4;
    select pg_advisory_lock(1668245106, 1)";

/// PostgreSQL's code for having waited in vain.
const LOCK_NOT_AVAILABLE: &str = "55P03";

/// The session that has the lock is asked this often whether it lives, and has so long to answer.
const BEAT: Duration = Duration::from_secs(5);

/// Another server has the lock.
#[derive(Debug, thiserror::Error)]
#[error("another server works with the database {0}; stop it first, or name another database")]
struct Taken(Address);

/// Says that no other server works with the database. Dropped, it says so no more.
#[derive(Debug)]
pub struct Hold {
    db: Db,
    address: Address,
    /// What has the lock of a PostgreSQL database. A file is covered by the lock on the data folder that it lies in.
    session: Option<AnyConnection>,
}

impl Hold {
    pub(super) async fn take(db: &Db, address: &Address) -> anyhow::Result<Self> {
        let mut hold = Self { db: db.clone(), address: address.clone(), session: None };
        if let Address::Server(_) = address {
            hold.session = Some(lock(address).await?);
        }
        Ok(hold)
    }

    /// Keeps the lock until the database is closed, over restarts of PostgreSQL too. An error means that another server has taken it: this
    /// one must stop.
    pub async fn keep(mut self) -> anyhow::Result<Self> {
        let closed = self.db.pool.close_event();
        tokio::select! {
            () = closed => {}
            lost = self.lost() => return Err(lost.into()),
        }
        Ok(self)
    }

    async fn lost(&mut self) -> Taken {
        if let Address::File(_) = self.address {
            return std::future::pending().await;
        }
        loop {
            tokio::time::sleep(BEAT).await;
            if let Some(session) = &mut self.session
                && let Ok(Ok(())) = tokio::time::timeout(BEAT, session.ping()).await
            {
                continue;
            }
            // Ended first, lest it stands in the way of the next.
            self.session = None;
            match lock(&self.address).await.map_err(anyhow::Error::downcast) {
                Ok(session) => self.session = Some(session),
                Err(Ok(taken)) => return taken,
                Err(Err(error)) => tracing::warn!("the database is away: {error:#}"),
            }
        }
    }
}

async fn lock(address: &Address) -> anyhow::Result<AnyConnection> {
    let connected = AnyConnection::connect(&address.url()).await;
    let mut session = connected.with_context(|| format!("cannot open the database {address}"))?;
    match session.execute(TAKE).await {
        Ok(_) => Ok(session),
        Err(sqlx::Error::Database(error)) if error.code().as_deref() == Some(LOCK_NOT_AVAILABLE) => {
            Err(Taken(address.clone()).into())
        }
        Err(error) => Err(error).with_context(|| format!("cannot lock the database {address}")),
    }
}
