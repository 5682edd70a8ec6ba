//! Portuguese of Portugal: the verdict and what it is made of.

use crate::i18n::overview::Overview;

pub(super) const OVERVIEW: Overview = Overview {
    title: "Visão geral",
    nothing: "Ainda nada está protegido.",
    nothing_text: "Este servidor não conhece máquinas nem cofres. Cada um destes caminhos demora poucos minutos e nenhum toca numa máquina em execução.",
    some: |a, b| format!("{a} de {b} máquinas estão protegidas."),
    every: |n| {
        if n == 1 {
            "A única máquina está protegida.".to_owned()
        } else {
            format!("Todas as {n} máquinas estão protegidas.")
        }
    },
    no_machine: |n| {
        if n == 1 {
            "A única máquina não está protegida.".to_owned()
        } else {
            format!("Nenhuma das {n} máquinas está protegida.")
        }
    },
    no_machines: "Ainda não se conhece nenhuma máquina.",
    damaged: |n| if n == 1 { ("", " tem uma cópia danificada") } else { ("", " têm cópias danificadas") },
    failed: |n| if n == 1 { ("", " falhou") } else { ("", " falharam") },
    overdue: |n| if n == 1 { ("", " está em atraso") } else { ("", " estão em atraso") },
    warning: |n| if n == 1 { ("", " terminou com avisos") } else { ("", " terminaram com avisos") },
    pending: |n| {
        if n == 1 {
            ("", " aguarda a cópia de segurança inicial")
        } else {
            ("", " aguardam a cópia de segurança inicial")
        }
    },
    unprotected: |n| {
        if n == 1 { ("", " não tem cópia de segurança") } else { ("", " não têm cópia de segurança") }
    },
    marks: "Máquinas por estado",
    group_damaged: "Danificadas",
    group_failed: "Com falha",
    group_overdue: "Em atraso",
    group_unprotected: "Não protegidas",
    group_pending: "Cópia inicial pendente",
    group_protected: "Protegidas",
    with_warning: |n| if n == 1 { format!("{n} com aviso") } else { format!("{n} com avisos") },
    in_progress: "Em curso",
    all_jobs: "Todas as tarefas",
    no_jobs: "Nenhuma tarefa em curso.",
    together: |a, b| format!("{a}, {b} em conjunto"),
    jobs: |n| if n == 1 { format!("{n} tarefa") } else { format!("{n} tarefas") },
    storage: "Armazenamento",
    all_vaults: "Todos os cofres",
    no_vaults: "Ainda não há cofres.",
    points: |n| if n == 1 { format!("{n} ponto de recuperação") } else { format!("{n} pontos de recuperação") },
    stored_for: |a, b| format!("{a} armazenados para {b} protegidos"),
    disk_used: |a, b| format!("{a} de {b} utilizados"),
    create_vault: "Criar um cofre",
    create_vault_text: "Um cofre guarda pontos de recuperação e as políticas que os criam.",
    create_vault_need: "Precisa de uma localização; este servidor tem pelo menos uma.",
    add_host: "Adicionar um anfitrião",
    add_host_text: "Um anfitrião é uma pasta de imagens de disco. As suas máquinas aparecem assim que é analisado.",
    add_host_need: "Precisa de uma pasta de ficheiros raw ou qcow2 no servidor.",
    samples: "Experimentar com discos de exemplo",
    samples_text: "Três máquinas pequenas para copiar, estragar e restaurar.",
    samples_button: "Criar discos de exemplo",
    samples_need: "Ficam neste servidor. Nada sai dele.",
    samples_started: "Os discos de exemplo estão a ser criados.",
    how: "Como se encaixa tudo",
    how_host: "Anfitrião",
    how_machines: "Máquinas",
    how_policy: "Política",
    how_vault: "Cofre",
    how_restore: "Restauro",
};
