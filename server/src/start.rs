//! Starting: opening what the server needs in the right order, and stopping in the reverse one.

use std::fs::File;
use std::net::TcpListener;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use rustix::fs::FlockOperation;
use tokio::task::JoinHandle;

use crate::app::App;
use crate::auth::{Provider, SetupLink, SignInLimit};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::{Db, Hold};
use crate::error::Error;
use crate::events::Events;
use crate::jobs::Wake;
use crate::outgoing::Addresses;
use crate::vaults::Repositories;
use crate::{auth, catalogue, clock, history, hosts, http, jobs, locations, resource_groups, subscriptions, vaults};

/// A server that runs.
#[derive(Debug)]
pub struct Server {
    /// What it has open.
    pub app: App,
    /// The page's address.
    pub address: String,
    /// The one-time link, while there is no user.
    pub setup_link: Option<String>,
    tasks: [JoinHandle<anyhow::Result<()>>; 6],
    keeper: JoinHandle<anyhow::Result<Hold>>,
    /// Says that no other server works with this data folder.
    _lock: File,
}

/// Opens everything and begins to listen, to run jobs, to look at hosts, to count days, to keep catalogues and to watch the clock.
pub async fn start(config: Config, clock: Clock) -> anyhow::Result<Server> {
    folder(&config.data)?;
    let lock = lock(&config.data)?;
    let (db, hold) = Db::open(&config.database).await?;
    for location in &config.locations {
        location.storage.folder().map_or(Ok(()), folder)?;
    }
    folder(&config.samples_folder())?;
    let listener = TcpListener::bind(config.listen).with_context(|| format!("cannot listen on {}", config.listen))?;
    let scheme = if config.tls.is_some() { "https" } else { "http" };
    let address = format!("{scheme}://{}", listener.local_addr()?);
    let app = context(config, clock, db).await?;
    let setup_link = if auth::any_user(&app).await.map_err(anyhow::Error::from)? {
        None
    } else {
        let secret = app.setup_link.renew().map_err(anyhow::Error::from)?;
        Some(format!("{address}/setup?token={}", secret.expose()))
    };
    let (runner, watcher, historian, librarian, watchmaker) =
        (app.clone(), app.clone(), app.clone(), app.clone(), app.clone());
    let wake = app.wake.clone();
    let tasks = [
        tokio::spawn(http::serve(app.clone(), listener)),
        tokio::spawn(async move {
            jobs::run(runner).await;
            Ok(())
        }),
        tokio::spawn(async move {
            hosts::watch(watcher).await;
            Ok(())
        }),
        tokio::spawn(async move {
            history::watch(historian).await;
            Ok(())
        }),
        tokio::spawn(async move {
            catalogue::watch(librarian).await;
            Ok(())
        }),
        tokio::spawn(async move {
            clock::watch(watchmaker).await;
            Ok(())
        }),
    ];
    let keeper = tokio::spawn(async move {
        let kept = hold.keep().await;
        wake.stop();
        kept
    });
    Ok(Server { app, address, setup_link, tasks, keeper, _lock: lock })
}

/// The context over an open database, with what is there from the beginning.
pub(crate) async fn context(config: Config, clock: Clock, db: Db) -> anyhow::Result<App> {
    let master_key = Arc::new(vaults::fitting_master_key(&db, &config.master_key_file).await?);
    let repositories = Repositories::new(&config)?;
    let provider = config.identity_provider.clone().map(|named| {
        Provider::new(named, Addresses::new(config.outgoing_allowed.clone())).context("identity_provider")
    });
    let app = App {
        identity_provider: provider.transpose()?.map(Arc::new),
        db,
        events: Events::default(),
        clock,
        watched: Arc::default(),
        config: Arc::new(config),
        master_key,
        repositories,
        wake: Wake::default(),
        sign_in_limit: Arc::new(SignInLimit::default()),
        refusals: Arc::default(),
        code_limit: Arc::new(SignInLimit::default()),
        setup_link: Arc::new(SetupLink::default()),
    };
    settle(&app).await.map_err(anyhow::Error::from)?;
    Ok(app)
}

impl Server {
    /// Tells the server to stop: requests that are under way end, running jobs go back into the queue.
    pub fn stop(&self) {
        self.app.wake.stop();
    }

    /// Waits until the server has stopped.
    pub async fn stopped(self) -> anyhow::Result<()> {
        let mut result = Ok(());
        for task in self.tasks {
            let ended = task.await.context("a part of the server did not end well").and_then(|ended| ended);
            // One part that ends by a fault takes the others with it.
            self.app.wake.stop();
            result = result.and(ended);
        }
        self.app.db.close().await;
        let kept = self.keeper.await.context("the database's lock was not kept well").and_then(|kept| kept);
        result.and(kept.map(drop))
    }
}

/// What is there from the beginning: what is known of the time, the configured locations, a subscription, a resource group, the days of before.
async fn settle(app: &App) -> Result<(), Error> {
    clock::look(app).await?;
    locations::settle(app).await?;
    let subscription = subscriptions::settle(app).await?;
    resource_groups::settle(app, subscription).await?;
    history::fill(app).await?;
    Ok(())
}

/// Makes a folder that only the server's user may look into, unless it is there.
pub(crate) fn folder(path: &Path) -> anyhow::Result<()> {
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(path);
    made.with_context(|| format!("cannot make the folder {}", path.display()))
}

/// Two servers over one data folder would run each other's jobs.
pub(crate) fn lock(data: &Path) -> anyhow::Result<File> {
    let path = data.join("cofre.lock");
    let file = File::options().create(true).truncate(false).write(true).open(&path);
    let file = file.with_context(|| format!("cannot open {}", path.display()))?;
    if rustix::fs::flock(&file, FlockOperation::NonBlockingLockExclusive).is_err() {
        bail!("another server works with {}; stop it first, or name another folder with COFRE_DATA", data.display());
    }
    Ok(file)
}
