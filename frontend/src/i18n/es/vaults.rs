//! Spanish: recovery Services vaults.

use shared::vault::Redundancy;
use shared::vault::Replication;

use crate::i18n::vaults::Vaults;

pub(super) const VAULTS: Vaults = Vaults {
    title: "Almacenes de Recovery Services",
    vault: "Almacén de Recovery Services",
    create: "Crear un almacén",
    name_hint: "De 2 a 50 letras, dígitos y guiones, con una letra al principio",
    backup: "Copia de seguridad",
    redundancy: "Replicación de almacenamiento",
    redundancy_of: |it| match it {
        Redundancy::GeoRedundant => "Redundancia geográfica",
        Redundancy::LocallyRedundant => "Redundancia local",
    },
    replication: |it| match it {
        Replication::NotWanted => "Guardado solo en esta ubicación",
        Replication::NoPairedLocation => "Sin replicar: no hay ubicación emparejada",
    },
    creating: "En creación",
    ready: "Listo",
    creation_failed: "No se pudo crear",
    usage: "Uso",
    policies: "Directivas de copia de seguridad",
    properties: "Propiedades",
    manage: "Administrar",
    settings: "Configuración",
    protected_items: "Elementos protegidos",
    empty: "No hay ningún almacén",
    empty_text: "Un almacén guarda puntos de recuperación y las directivas que los crean. Almacena en una ubicación.",
};
