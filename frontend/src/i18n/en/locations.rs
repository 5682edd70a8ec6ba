//! English: places with storage for vaults.

use crate::i18n::locations::Locations;

pub(super) const LOCATIONS: Locations = Locations {
    title: "Locations",
    intro: "A location is a place with storage for vaults. Locations are named in cofre.toml.",
    storage_root: "Place of its vaults",
    capacity: "Capacity",
    free: "Free",
    empty: "There is no location",
    empty_text: "Add one to cofre.toml and start the server again.",
};
