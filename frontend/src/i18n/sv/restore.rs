//! Swedish: restoring from a recovery point.

use crate::i18n::restore::Restore;

pub(super) const RESTORE: Restore =
    Restore { restore: "Återställ", recovery_point: "Återställningspunkt", folder: "Ny mapp", format: "Format" };
