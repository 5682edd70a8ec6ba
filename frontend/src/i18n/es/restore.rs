//! Spanish: restoring from a recovery point.

use crate::i18n::restore::Restore;

pub(super) const RESTORE: Restore = Restore {
    restore: "Restaurar",
    recovery_point: "Punto de recuperación",
    folder: "Carpeta nueva",
    format: "Formato",
};
