//! Spanish: groups of vaults and machines.

use crate::i18n::resource_groups::ResourceGroups;

pub(super) const RESOURCE_GROUPS: ResourceGroups = ResourceGroups {
    title: "Grupos de recursos",
    intro: "Almacenes y máquinas que van juntos; los roles se conceden sobre ellos.",
    create: "Crear un grupo de recursos",
    name_hint: "De 1 a 90 letras, dígitos y - _ . ( ), sin punto al final",
    created: |x| format!("Se creó el grupo de recursos {x}."),
    empty: "No hay ningún grupo de recursos",
    empty_text: "Los almacenes y las máquinas pertenecen a un grupo; cree el primero.",
    of_points: "Grupos de puntos de restauración",
    of_points_text: "Contienen lo que las copias de seguridad guardan de las máquinas de una ubicación. Aparecen con el primer punto de recuperación y nadie puede cambiarlos.",
    of_points_short: "Grupo de recursos de puntos de restauración",
    collections: "Colecciones de puntos de restauración",
};
