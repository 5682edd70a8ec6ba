//! English: groups of vaults and machines.

use crate::i18n::resource_groups::ResourceGroups;

pub(super) const RESOURCE_GROUPS: ResourceGroups = ResourceGroups {
    title: "Resource groups",
    intro: "Vaults and machines that belong together; roles are granted on them.",
    create: "Create a resource group",
    name_hint: "1 to 90 letters, digits and - _ . ( ), no full stop last",
    created: |x| format!("Resource group {x} was created."),
    empty: "There is no resource group",
    empty_text: "Vaults and machines belong to a group; create the first one.",
    of_points: "Groups of restore points",
    of_points_text: "They hold what backups keep of the machines of a location. They come with the first recovery point, and nobody can change them.",
    of_points_short: "Restore point resource group",
    collections: "Restore point collections",
};
