//! Dutch: restoring from a recovery point.

use crate::i18n::restore::Restore;

pub(super) const RESTORE: Restore =
    Restore { restore: "Herstellen", recovery_point: "Herstelpunt", folder: "Nieuwe map", format: "Indeling" };
