//! English: items whose protection is stopped.

use crate::i18n::resume::Resume;

pub(super) const RESUME: Resume = Resume {
    disabled: "(backup disabled)",
    stopped: "Protection stopped",
    stopped_text: |x| {
        format!("Stopped {x}. No backup is made, and all recovery points are kept until backup is resumed.")
    },
    on_hold: "On hold",
    after_hold: |x| format!("on hold; {x} once backup is resumed"),
    resume: "Resume backup",
    resume_text: "Recovery points are then kept for as long as their days say; those whose day has passed may go.",
    resumed: |x| format!("Backup of {x} is resumed."),
};
