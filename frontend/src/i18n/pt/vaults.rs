//! Portuguese of Portugal: Recovery Services vaults.

use shared::vault::Redundancy;
use shared::vault::Replication;

use crate::i18n::vaults::Vaults;

pub(super) const VAULTS: Vaults = Vaults {
    title: "Cofres dos Serviços de Recuperação",
    vault: "Cofre dos Serviços de Recuperação",
    create: "Criar um cofre",
    name_hint: "2 a 50 letras, algarismos e hífenes, começando por uma letra",
    backup: "Cópia de segurança",
    redundancy: "Replicação de armazenamento",
    redundancy_of: |it| match it {
        Redundancy::GeoRedundant => "Georredundante",
        Redundancy::LocallyRedundant => "Localmente redundante",
    },
    replication: |it| match it {
        Replication::NotWanted => "Guardado apenas nesta localização",
        Replication::NoPairedLocation => "Não replicado: sem localização emparelhada",
    },
    creating: "A ser criado",
    ready: "Pronto",
    creation_failed: "Não foi possível criar",
    usage: "Utilização",
    policies: "Políticas de cópia de segurança",
    properties: "Propriedades",
    manage: "Gerir",
    settings: "Definições",
    protected_items: "Itens protegidos",
    empty: "Não há nenhum cofre",
    empty_text: "Um cofre guarda pontos de recuperação e as políticas que os criam. Armazena numa localização.",
    intro: "Um cofre guarda pontos de recuperação numa localização e protege as máquinas dessa localização.",
    jobs_in_progress: "Tarefas em curso",
    open: "Abrir cofre",
    open_job: "Abrir tarefa",
    only_subscription: "A única neste servidor",
    group_hint: "As funções são atribuídas nele",
    create_new: "Criar novo",
    new_group: "Nome do novo grupo de recursos",
    create_group: "Criar grupo de recursos",
    location_hint: "Os dados são guardados aqui, e só as máquinas desta localização podem ser protegidas. Não é preciso indicar uma conta de armazenamento.",
    redundancy_hint: |it| match it {
        Redundancy::GeoRedundant => {
            "Para a sua cópia de segurança principal: uma segunda cópia na localização emparelhada. A predefinição."
        }
        Redundancy::LocallyRedundant => {
            "Mais barato e menos durável: guardado apenas nesta localização. Para um cofre que não é a sua cópia principal."
        }
    },
    not_replicated_text: "As localizações ainda não podem ser emparelhadas, pelo que por agora há uma só cópia. A escolha fica guardada.",
    redundancy_locked: "Fixa a partir do momento em que o cofre protege uma máquina.",
    redundancy_fixed: "É escolhida quando o cofre é criado e não pode ser alterada nesta versão.",
    being_created: |x| format!("O cofre {x} está a ser criado. O sino avisa quando estiver pronto."),
    creating_text: "O seu armazenamento está a ser criado. Esta página acompanha por si própria.",
    creation_failed_step: "Elimine este cofre e crie-o de novo.",
    set_to: |x| format!("Definido como: {x}"),
    encryption: "Encriptação em repouso",
    encrypted_stored: "Ativa, palavra-passe guardada noutro sítio",
    encrypted_unstored: "Ativa, palavra-passe não guardada noutro sítio",
    confirmed: |x| format!("Confirmado em {x}"),
    not_confirmed: "Ninguém confirmou",
    stored: "Armazenado",
    protected: "Protegido",
    ratio: "do tamanho da origem",
    storage: "Armazenamento",
    delete: "Eliminar cofre",
    delete_title: |x| format!("Eliminar o cofre {x}?"),
    delete_text: |a, b, c| format!("A sua pasta {a} é removida com {b} ({c}). Nada os traz de volta."),
    deleted: |x| format!("O cofre {x} foi eliminado."),
    password: "Palavra-passe do cofre",
    password_title: "Guarde a palavra-passe deste cofre noutro sítio",
    password_text: "Se este servidor se perder, a palavra-passe e a pasta do cofre bastam para restaurar, com o Cofre ou com o restic comum. Sem ela, ninguém consegue. A leitura fica no registo de atividades.",
    owner_reads: "Um Proprietário pode mostrá-la.",
    show_password: "Mostrar palavra-passe",
    download: "Transferir",
    stored_elsewhere: "Guardei-a noutro sítio",
    password_confirmed: |x| format!("A palavra-passe de {x} está guardada noutro sítio."),
    id: "Id",
    folder: "Pasta",
    created: "Criado",
    configuration: "Configuração de cópia de segurança",
    by_hand: "Restaurar à mão",
    by_hand_text: "O cofre é um repositório restic. Bastam o programa restic e a palavra-passe para listar os pontos de recuperação e reaver os discos.",
    kit_title: |x| format!("Kit de recuperação do cofre {x}"),
    kit_check: "Verificar o cofre",
    kit_list: "Listar os pontos de recuperação, cada um um instantâneo",
    kit_restore: "Restaurar um para uma pasta",
    kit_join: "Juntar as partes de um disco numa imagem raw",
};
