//! Portuguese of Portugal: protected items and their health.

use shared::health::Health;
use shared::recovery_point::Consistency;

use crate::i18n::items::Items;

pub(super) const ITEMS: Items = Items {
    title: "Itens de cópia de segurança",
    item: "Item de cópia de segurança",
    health: |it| match it {
        Health::Failed => "Com falha",
        Health::Overdue => "Em atraso",
        Health::Warning => "Aviso",
        Health::Pending => "Aviso",
        Health::Healthy => "Concluído",
    },
    initial_pending: "(cópia de segurança inicial pendente)",
    last_backup_status: "Estado da última cópia de segurança",
    newest_point: "Último ponto de recuperação",
    oldest_point: "Ponto de recuperação mais antigo",
    recovery_points: "Pontos de recuperação",
    consistency: |it| match it {
        Consistency::AppConsistent => "Consistente com a aplicação",
        Consistency::FileSystemConsistent => "Consistente com o sistema de ficheiros",
        Consistency::CrashConsistent => "Consistente com a falha",
    },
    policy: "Política de cópia de segurança",
    vault: "Cofre",
    backup_now: "Criar cópia de segurança agora",
    summary: "Resumo",
    empty: "Ainda nada está protegido",
    empty_text: "Uma máquina torna-se um item quando a cópia de segurança é ativada.",
};
