//! Spanish: the entries behind the bell.

use shared::notification::Severity;

use crate::i18n::notifications::Notifications;

pub(super) const NOTIFICATIONS: Notifications = Notifications {
    title: "Notificaciones",
    unseen: |n| if n == 1 { format!("Notificaciones, {n} nueva") } else { format!("Notificaciones, {n} nuevas") },
    none: "Aún no ha ocurrido nada. Los trabajos que empiezan, terminan o fallan aparecen aquí y permanecen.",
    none_text: "Aquí aparece lo que se inicia, se completa o falla.",
    all: "Todas las notificaciones",
    intro: "Lo que se inició, se completó o falló, para darle seguimiento.",
    mark_seen: "Marcar todo como leído",
    what: "Qué ocurrió",
    when: "Cuándo",
    severity_label: "Gravedad",
    severity: |it| match it {
        Severity::Error => "Error",
        Severity::Warning => "Advertencia",
        Severity::Success => "Correcto",
        Severity::Information => "Información",
    },
    seen_label: "Estado",
    read: "leída",
    unread: "no leída",
    started: |x| format!("{x} empezó"),
    completed: |x| format!("{x} se completó"),
    completed_with_warnings: |x| format!("{x} se completó con advertencias"),
    failed: |x| format!("{x} falló"),
    cancelled: |x| format!("{x} se canceló"),
    backup: |x| format!("La copia de seguridad de {x}"),
    restore: |x| format!("La restauración de {x}"),
    create_vault: |x| format!("La implementación del almacén {x}"),
    verify: |x| format!("La verificación del almacén {x}"),
    prune: |x| format!("La depuración del almacén {x}"),
    create_samples: "La creación de discos de ejemplo",
    backup_enabled: |x| format!("Se habilitó la copia de seguridad de {x}"),
};
