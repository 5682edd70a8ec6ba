//! Swedish: places with storage for vaults.

use crate::i18n::locations::Locations;

pub(super) const LOCATIONS: Locations = Locations {
    title: "Platser",
    intro: "En plats har lagring för valv. Platserna anges i cofre.toml.",
    storage_root: "Lagringsplats för valv",
    capacity: "Kapacitet",
    free: "Ledigt",
    empty: "Det finns ingen plats",
    empty_text: "Lägg till en i cofre.toml och starta om servern.",
};
