//! Portuguese of Portugal: recovery Services vaults.

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
};
