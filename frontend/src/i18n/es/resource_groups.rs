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
};
