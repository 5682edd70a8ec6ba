//! Spanish: protected items and their health.

use shared::health::Health;
use shared::recovery_point::Consistency;

use crate::i18n::items::Items;

pub(super) const ITEMS: Items = Items {
    title: "Elementos de copia de seguridad",
    item: "Elemento de copia de seguridad",
    health: |it| match it {
        Health::Failed => "Con error",
        Health::Overdue => "Con retraso",
        Health::Warning => "Advertencia",
        Health::Pending => "Advertencia",
        Health::Healthy => "Completado",
    },
    initial_pending: "(copia de seguridad inicial pendiente)",
    last_backup_status: "Estado de la última copia de seguridad",
    newest_point: "Último punto de recuperación",
    oldest_point: "Punto de recuperación más antiguo",
    recovery_points: "Puntos de recuperación",
    consistency: |it| match it {
        Consistency::AppConsistent => "Coherente con la aplicación",
        Consistency::FileSystemConsistent => "Coherente con el sistema de archivos",
        Consistency::CrashConsistent => "Coherente frente a bloqueos",
    },
    policy: "Directiva de copia de seguridad",
    vault: "Almacén",
    backup_now: "Realizar copia de seguridad ahora",
    summary: "Resumen",
    empty: "Todavía no hay nada protegido",
    empty_text: "Una máquina se convierte en elemento cuando se habilita su copia de seguridad.",
};
