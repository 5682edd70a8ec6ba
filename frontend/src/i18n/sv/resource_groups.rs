//! Swedish: groups of vaults and machines.

use crate::i18n::resource_groups::ResourceGroups;

pub(super) const RESOURCE_GROUPS: ResourceGroups = ResourceGroups {
    title: "Resursgrupper",
    intro: "Valv och datorer som hör ihop; roller ges på dem.",
    create: "Skapa en resursgrupp",
    name_hint: "1 till 90 bokstäver, siffror och - _ . ( ), ingen punkt sist",
    created: |x| format!("Resursgruppen {x} skapades."),
    empty: "Det finns ingen resursgrupp",
    empty_text: "Valv och datorer hör till en grupp; skapa den första.",
    of_points: "Grupper av återställningspunkter",
    of_points_text: "De innehåller det som säkerhetskopiorna bevarar av datorerna på en plats. De kommer med den första återställningspunkten, och ingen kan ändra dem.",
    of_points_short: "Resursgrupp för återställningspunkter",
    collections: "Samlingar av återställningspunkter",
};
