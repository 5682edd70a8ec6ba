//! Portuguese of Portugal: the entries behind the bell.

use shared::notification::Severity;

use crate::i18n::notifications::Notifications;

pub(super) const NOTIFICATIONS: Notifications = Notifications {
    title: "Notificações",
    unseen: |n| if n == 1 { format!("Notificações, {n} nova") } else { format!("Notificações, {n} novas") },
    none: "Ainda nada aconteceu. As tarefas que começam, terminam ou falham aparecem aqui e ficam.",
    none_text: "O que é iniciado, concluído ou falha aparece aqui.",
    all: "Todas as notificações",
    intro: "O que foi iniciado, concluído ou falhou, para acompanhar.",
    mark_seen: "Marcar tudo como lido",
    what: "O que aconteceu",
    when: "Quando",
    severity_label: "Gravidade",
    severity: |it| match it {
        Severity::Error => "Erro",
        Severity::Warning => "Aviso",
        Severity::Success => "Êxito",
        Severity::Information => "Informação",
    },
    seen_label: "Estado",
    read: "lida",
    unread: "não lida",
    started: |x| format!("{x} começou"),
    completed: |x| format!("{x} foi concluída"),
    completed_with_warnings: |x| format!("{x} foi concluída com avisos"),
    failed: |x| format!("{x} falhou"),
    cancelled: |x| format!("{x} foi cancelada"),
    backup: |x| format!("A cópia de segurança de {x}"),
    restore: |x| format!("A operação de restauro de {x}"),
    create_vault: |x| format!("A implementação do cofre {x}"),
    verify: |x| format!("A verificação do cofre {x}"),
    prune: |x| format!("A limpeza do cofre {x}"),
    create_samples: "A criação de discos de exemplo",
    backup_enabled: |x| format!("A cópia de segurança foi ativada para {x}"),
};
