//! Portuguese of Portugal: places with storage for vaults.

use crate::i18n::locations::Locations;

pub(super) const LOCATIONS: Locations = Locations {
    title: "Localizações",
    intro: "Uma localização é um sítio com armazenamento para cofres. As localizações são indicadas em cofre.toml.",
    storage_root: "Local dos cofres",
    capacity: "Capacidade",
    free: "Livre",
    empty: "Não há nenhuma localização",
    empty_text: "Adicione uma a cofre.toml e reinicie o servidor.",
};
