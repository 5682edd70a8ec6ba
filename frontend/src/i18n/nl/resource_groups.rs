//! Dutch: groups of vaults and machines.

use crate::i18n::resource_groups::ResourceGroups;

pub(super) const RESOURCE_GROUPS: ResourceGroups = ResourceGroups {
    title: "Resourcegroepen",
    intro: "Kluizen en machines die bij elkaar horen; rollen worden erop toegekend.",
    create: "Een resourcegroep maken",
    name_hint: "1 tot 90 letters, cijfers en - _ . ( ), geen punt aan het eind",
    created: |x| format!("Resourcegroep {x} is gemaakt."),
    empty: "Er is geen resourcegroep",
    empty_text: "Kluizen en machines horen bij een groep; maak de eerste.",
    of_points: "Groepen van herstelpunten",
    of_points_text: "Ze bevatten wat back-ups van de machines van een locatie bewaren. Ze ontstaan met het eerste herstelpunt en niemand kan ze wijzigen.",
    of_points_short: "Resourcegroep voor herstelpunten",
    collections: "Verzamelingen herstelpunten",
};
