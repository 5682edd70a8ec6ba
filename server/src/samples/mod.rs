//! Sample disks: three machines with real partition tables and real file systems full of real files, for trying things.

mod content;
mod disk;
mod make;

use shared::audit::Action;
use shared::id::JobId;
use shared::job::Job;
use shared::problem::Code;

use crate::app::App;
use crate::auth::{Place, Principal};
use crate::error::Result;
use crate::jobs::{self, NewJob, Parameters};
use crate::{audit, resource_groups, subscriptions};

pub use make::{clean_up, make};

/// Queues the making of the sample machines.
pub async fn request(app: &App, principal: &Principal) -> Result<Job> {
    principal.on_everything()?;
    let subscription = subscriptions::settle(app).await?;
    let group = resource_groups::settle(app, subscription).await?;
    let new = NewJob::new(Parameters::CreateSampleDisks, "samples", Place::group(group), &principal.name);
    let mut tx = app.db.begin().await?;
    let job = jobs::enqueue(&mut tx, app, &new).await?;
    audit::record(&mut tx, &app.clock, &principal.name, Action::SamplesCreate, "samples").await?;
    let answer = jobs::get(&mut tx, job).await?.ok_or(Code::NotFound)?.record;
    tx.commit().await?;
    jobs::announce(app, job);
    Ok(answer)
}

/// The hidden folder that a job makes its machines in.
fn hidden(job: JobId) -> String {
    format!(".making-{job}")
}
