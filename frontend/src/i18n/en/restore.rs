//! English: restoring from a recovery point.

use crate::i18n::restore::Restore;

pub(super) const RESTORE: Restore =
    Restore { restore: "Restore", recovery_point: "Recovery point", folder: "New folder", format: "Format" };
