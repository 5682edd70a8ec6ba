//! Portuguese of Portugal: restoring from a recovery point.

use crate::i18n::restore::Restore;

pub(super) const RESTORE: Restore =
    Restore { restore: "Recuperar", recovery_point: "Ponto de recuperação", folder: "Nova pasta", format: "Formato" };
