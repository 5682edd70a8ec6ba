//! What can be done to a job: stop it, run it again. What came of it shows by itself.

use leptos::prelude::*;
use shared::id::JobId;
use shared::job::Job;

use crate::api;
use crate::i18n::{Strings, use_strings};
use crate::navigation;
use crate::parts::job::job_title;
use crate::routes::Route;
use crate::sending::Sending;
use crate::ui::toast::{Toasts, use_toasts};

/// The commands of one job.
#[derive(Clone, Copy)]
pub(super) struct Commands {
    s: &'static Strings,
    toasts: Toasts,
    sending: Sending,
    id: JobId,
}

impl Commands {
    /// The commands of this job; a failure goes to `sending`.
    pub(super) fn new(id: JobId, sending: Sending) -> Self {
        Self { s: use_strings(), toasts: use_toasts(), sending, id }
    }

    /// Whether a request is under way.
    pub(super) fn busy(self) -> Signal<bool> {
        self.sending.busy()
    }

    /// Asks the job to stop.
    pub(super) fn cancel(self) {
        self.sending.start(api::jobs::cancel(self.id), move |job: Job| {
            self.toasts.say((self.s.jobs.cancelling)(&job_title(self.s, job.kind, &job.subject)));
        });
    }

    /// Runs the job again, and goes to the new one.
    pub(super) fn retry(self) {
        self.sending.start(api::jobs::retry(self.id), move |job: Job| {
            self.toasts.say((self.s.jobs.started_again)(&job_title(self.s, job.kind, &job.subject)));
            navigation::go(&Route::Job(job.id).path());
        });
    }
}
