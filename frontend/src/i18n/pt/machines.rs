//! Portuguese of Portugal: virtual machines.

use crate::i18n::machines::Machines;

pub(super) const MACHINES: Machines = Machines {
    title: "Máquinas virtuais",
    machine: "Máquina virtual",
    host: "Anfitrião",
    disks: "Discos",
    protection: "Proteção",
    not_protected: "Não protegida",
    protected_by: |x| format!("Protegida por {x}"),
    missing: "Em falta desde a última análise",
    unusable: "Não pode ser copiada como está",
    operations: "Operations",
    backup: "Cópia de segurança",
    enable_backup: "Ativar cópia de segurança",
    empty: "Nenhuma máquina foi descoberta",
    empty_text: "As máquinas aparecem quando se adiciona um anfitrião. Um anfitrião é uma pasta de imagens de disco no servidor.",
};
