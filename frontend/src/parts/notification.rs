//! What an entry behind the bell says, how it looks, and where it leads.

use shared::id::{ItemId, JobId, VaultId};
use shared::job::JobKind;
use shared::notification::{Happening, Link};

use crate::i18n::Strings;
use crate::parts::job::job_title;
use crate::routes::Route;
use crate::ui::status::Shape;

/// Where it leads.
pub(crate) fn address(link: Link) -> String {
    match link {
        Link::Overview => Route::Overview,
        Link::Job(id) => Route::Job(JobId::new(id)),
        Link::Vault(id) => Route::Vault(VaultId::new(id)),
        Link::Item(id) => Route::Item(ItemId::new(id)),
        Link::Machines(_) => Route::Machines,
    }
    .path()
}

/// How it looks.
pub(crate) const fn shape(happening: &Happening) -> Shape {
    match happening {
        Happening::JobStarted { .. } => Shape::Running,
        // What a verification warns of is damage.
        Happening::JobFailed { .. } | Happening::JobCompleted { job: JobKind::Verify, with_warnings: true } => {
            Shape::Failed
        }
        Happening::JobCompleted { with_warnings: true, .. } | Happening::ClockDoubted => Shape::Warning,
        Happening::JobCompleted { .. } | Happening::BackupEnabled => Shape::Ok,
        Happening::JobCancelled { .. } => Shape::Stopped,
    }
}

/// What it says.
pub(crate) fn sentence(s: &Strings, happening: &Happening, subject: &str) -> String {
    let words = &s.notifications;
    match happening {
        Happening::JobStarted { job } => (words.started)(&job_title(s, *job, subject)),
        Happening::JobCompleted { job, with_warnings: false } => (words.completed)(&job_title(s, *job, subject)),
        Happening::JobCompleted { job, .. } => (words.completed_with_warnings)(&job_title(s, *job, subject)),
        Happening::JobFailed { job, code } => {
            format!("{}. {}", (words.failed)(&job_title(s, *job, subject)), (s.problems.title)(*code))
        }
        Happening::JobCancelled { job } => (words.cancelled)(&job_title(s, *job, subject)),
        Happening::BackupEnabled => (words.backup_enabled)(subject),
        Happening::ClockDoubted => s.clock.title.to_owned(),
    }
}
