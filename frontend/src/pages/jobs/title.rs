//! What a job is called where it stands alone: in a heading, in a list.

use shared::job::JobKind;

use crate::i18n::Strings;

/// "Backup of db-02".
pub(super) fn title(s: &Strings, kind: JobKind, subject: &str) -> String {
    match kind {
        JobKind::Backup => (s.jobs.backup_of)(subject),
        JobKind::Restore => (s.jobs.restore_of)(subject),
        JobKind::CreateVault => (s.jobs.vault_of)(subject),
        JobKind::CreateSampleDisks => s.jobs.samples_of.to_owned(),
        JobKind::Verify => (s.jobs.verification_of)(subject),
        JobKind::Prune => (s.jobs.prune_of)(subject),
    }
}
