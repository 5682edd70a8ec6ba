//! Spanish: virtual machines.

use crate::i18n::machines::Machines;

pub(super) const MACHINES: Machines = Machines {
    title: "Máquinas virtuales",
    machine: "Máquina virtual",
    host: "Host",
    disks: "Discos",
    protection: "Protección",
    not_protected: "Sin protección",
    protected_by: |x| format!("Protegida por {x}"),
    missing: "No encontrada en el último examen",
    unusable: "No se puede copiar tal como está",
    operations: "Operaciones",
    backup: "Copia de seguridad",
    enable_backup: "Habilitar copia de seguridad",
    empty: "No se ha detectado ninguna máquina",
    empty_text: "Las máquinas aparecen cuando se agrega un host. Un host es una carpeta de imágenes de disco en el servidor.",
};
