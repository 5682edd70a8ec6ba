//! Dutch: places with storage for vaults.

use crate::i18n::locations::Locations;

pub(super) const LOCATIONS: Locations = Locations {
    title: "Locaties",
    intro: "Een locatie is een plaats met opslag voor kluizen. Locaties staan in cofre.toml.",
    storage_root: "Plaats van de kluizen",
    capacity: "Capaciteit",
    free: "Vrij",
    empty: "Er is geen locatie",
    empty_text: "Voeg er een toe aan cofre.toml en start de server opnieuw.",
};
