//! Looking at hosts: on demand, and every few minutes.

use std::time::Duration;

use shared::audit::Action;
use shared::event::Topic;
use shared::host::Host;
use shared::id::HostId;
use shared::problem::Code;

use crate::app::App;
use crate::auth::{Place, Principal};
use crate::compute::Provider as _;
use crate::error::Result;
use crate::hosts::{provider, store};
use crate::{audit, machines};

/// Looks at the host because someone asks for it.
pub(super) async fn discover_now(app: &App, principal: &Principal, id: HostId) -> Result<Host> {
    let mut tx = app.db.begin().await?;
    let row = store::by_id(&mut tx, id).await?.ok_or(Code::NotFound)?;
    principal.on(Place::group(row.resource_group_id))?;
    audit::record(&mut tx, &app.clock, &principal.name, Action::HostDiscover, &row.host.name).await?;
    tx.commit().await?;
    discover(app, id).await
}

/// Looks at the host and makes the machines what was found. A host that cannot be looked at keeps its machines as they were known.
pub async fn discover(app: &App, id: HostId) -> Result<Host> {
    let row = store::by_id(&mut *app.db.read().await?, id).await?.ok_or(Code::NotFound)?;
    let found = match provider(app, id).await {
        Ok(provider) => tokio::task::spawn_blocking(move || provider.discover()).await?,
        Err(error) => Err(error),
    };
    let mut tx = app.db.begin().await?;
    let (changed, problem) = match found {
        Ok(found) => (machines::settle(&mut tx, app, (id, row.resource_group_id), found).await?, None),
        Err(error) => {
            tracing::warn!(
                host = row.host.name,
                code = error.code().as_str(),
                "cannot look at the host: {}",
                error.cause()
            );
            (false, Some(error.code()))
        }
    };
    store::looked(&mut tx, id, app.clock.now(), problem).await?;
    let host = store::by_id(&mut tx, id).await?.ok_or(Code::NotFound)?.host;
    tx.commit().await?;
    app.events.changed(Topic::Hosts, id.uuid());
    if changed {
        app.events.changed(Topic::Machines, None);
        app.events.changed(Topic::Items, None);
    }
    Ok(host)
}

/// Looks at every host every few minutes, until the server is stopped.
pub async fn watch(app: App) {
    let mut stopping = app.wake.stopping();
    let mut interval = tokio::time::interval(Duration::from_secs(app.config.discovery_minutes * 60));
    interval.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = interval.tick() => {}
            () = stopping.stopped() => return,
        }
        if let Err(error) = discover_all(&app).await {
            tracing::error!("the hosts could not be looked at: {}", error.cause());
        }
    }
}

async fn discover_all(app: &App) -> Result<()> {
    let hosts = store::list(&mut *app.db.read().await?).await?;
    for row in hosts {
        discover(app, row.host.id).await?;
    }
    Ok(())
}
