//! The job that runs for an item, with its bar.

use leptos::prelude::*;
use shared::event::Topic;
use shared::id::JobId;
use shared::job::JobStatus;

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::job::JobRow;
use crate::parts::load::Load;
use crate::routes::Route;
use crate::ui::region::Region;

/// The job that runs for an item.
#[component]
pub(super) fn ActiveJob(
    /// The job.
    job: JobId,
) -> impl IntoView {
    let s = use_strings();
    let loaded = load(move || job, &[Topic::Jobs], api::jobs::get);
    view! {
        <Region title=(s.jobs.status)(JobStatus::InProgress) link=(s.items.see_job, Route::Job(job).path())>
            <Load from=loaded let:job>
                <ul class="jobs"><JobRow job/></ul>
            </Load>
        </Region>
    }
}
