//! Jobs that are queued or running, with bars that move.

use leptos::prelude::*;
use shared::overview::Overview;

use crate::i18n::use_strings;
use crate::parts::job::JobRow;
use crate::routes::Route;
use crate::ui::each::Each;
use crate::ui::region::Region;

/// Jobs that are queued or running.
#[component]
pub(crate) fn InProgress(
    /// What they are taken from.
    overview: Signal<Overview>,
) -> impl IntoView {
    let s = use_strings();
    let jobs = Memo::new(move |_| overview.with(|overview| overview.active_jobs.clone()));
    let note = move || {
        let count = overview.with(|overview| overview.jobs.in_progress);
        let rate = jobs.with(|jobs| jobs.iter().map(|job| job.progress.rate_bytes_per_s).sum::<u64>());
        match (count, rate) {
            (0, _) => String::new(),
            (count, 0) => (s.overview.jobs)(count),
            (count, rate) => (s.overview.together)(&(s.overview.jobs)(count), &s.rate(rate)),
        }
    };
    view! {
        <Region title=s.overview.in_progress note link=(s.overview.all_jobs, Route::Jobs.path())>
            {move || jobs.with(Vec::is_empty).then(|| view! { <p class="muted">{s.overview.no_jobs}</p> })}
            <ul class="jobs">
                <Each entries=jobs key=|job| job.id let:job>
                    <JobRow job/>
                </Each>
            </ul>
        </Region>
    }
}
