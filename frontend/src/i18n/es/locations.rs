//! Spanish: places with storage for vaults.

use crate::i18n::locations::Locations;

pub(super) const LOCATIONS: Locations = Locations {
    title: "Ubicaciones",
    intro: "Una ubicación es un lugar con almacenamiento para almacenes. Las ubicaciones se indican en cofre.toml.",
    storage_root: "Lugar de sus almacenes",
    capacity: "Capacidad",
    free: "Libre",
    empty: "No hay ninguna ubicación",
    empty_text: "Agregue una a cofre.toml y reinicie el servidor.",
};
