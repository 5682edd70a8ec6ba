//! Spanish: Recovery Services vaults.

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
    intro: "Un almacén guarda puntos de recuperación en una ubicación y protege las máquinas de esa ubicación.",
    jobs_in_progress: "Trabajos en curso",
    open: "Abrir almacén",
    open_job: "Abrir trabajo",
    only_subscription: "La única de este servidor",
    group_hint: "Los roles se asignan en él",
    create_new: "Crear nuevo",
    new_group: "Nombre del nuevo grupo de recursos",
    create_group: "Crear grupo de recursos",
    location_hint: "Los datos se guardan aquí, y solo se pueden proteger las máquinas de esta ubicación. No hace falta indicar una cuenta de almacenamiento.",
    redundancy_hint: |it| match it {
        Redundancy::GeoRedundant => {
            "Para su copia de seguridad principal: una segunda copia en la ubicación emparejada. Es la opción predeterminada."
        }
        Redundancy::LocallyRedundant => {
            "Más barato y menos duradero: guardado solo en esta ubicación. Para un almacén que no es su copia principal."
        }
    },
    not_replicated_text: "Las ubicaciones todavía no se pueden emparejar, así que por ahora hay una sola copia. La elección se conserva.",
    redundancy_locked: "Fija en cuanto el almacén protege una máquina.",
    redundancy_fixed: "Se elige al crear el almacén y no se puede cambiar en esta versión.",
    being_created: |x| format!("Se está creando el almacén {x}. La campana avisa cuando esté listo."),
    creating_text: "Se está creando su almacenamiento. Esta página se actualiza sola.",
    creation_failed_step: "Elimine este almacén y créelo de nuevo.",
    set_to: |x| format!("Configurado como: {x}"),
    encryption: "Cifrado en reposo",
    encrypted_stored: "Activado, contraseña guardada en otro lugar",
    encrypted_unstored: "Activado, contraseña no guardada en otro lugar",
    confirmed: |x| format!("Confirmado el {x}"),
    not_confirmed: "Nadie lo ha confirmado",
    stored: "Almacenado",
    protected: "Protegido",
    ratio: "del tamaño del origen",
    storage: "Almacenamiento",
    delete: "Eliminar almacén",
    delete_title: |x| format!("¿Eliminar el almacén {x}?"),
    delete_text: |a, b, c| format!("Se quita su carpeta {a} con {b} ({c}). Nada los recupera."),
    deleted: |x| format!("Se eliminó el almacén {x}."),
    password: "Contraseña del almacén",
    password_title: "Guarde la contraseña de este almacén en otro lugar",
    password_text: "Si se pierde este servidor, la contraseña y la carpeta del almacén bastan para restaurar, con Cofre o con restic. Sin ella nadie puede. Leerla queda en el registro de actividad.",
    owner_reads: "Un propietario puede mostrarla.",
    show_password: "Mostrar contraseña",
    download: "Descargar",
    stored_elsewhere: "La he guardado en otro lugar",
    password_confirmed: |x| format!("La contraseña de {x} está guardada en otro lugar."),
    id: "Id.",
    folder: "Carpeta",
    created: "Creado",
    configuration: "Configuración de copia de seguridad",
    by_hand: "Restaurar a mano",
    by_hand_text: "El almacén es un repositorio de restic. Bastan el programa restic y la contraseña para ver los puntos de recuperación y recuperar discos.",
    kit_title: |x| format!("Kit de recuperación del almacén {x}"),
    kit_check: "Comprobar el almacén",
    kit_list: "Ver los puntos de recuperación, cada uno una instantánea",
    kit_restore: "Restaurar uno en una carpeta",
    kit_join: "Unir las partes de un disco en una imagen raw",
};
