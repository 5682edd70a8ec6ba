//! Swedish: recovery Services vaults.

use shared::vault::Redundancy;
use shared::vault::Replication;

use crate::i18n::vaults::Vaults;

pub(super) const VAULTS: Vaults = Vaults {
    title: "Recovery Services-valv",
    vault: "Recovery Services-valv",
    create: "Skapa ett valv",
    name_hint: "2 till 50 bokstäver, siffror och bindestreck, en bokstav först",
    backup: "Säkerhetskopiera",
    redundancy: "Lagringsreplikering",
    redundancy_of: |it| match it {
        Redundancy::GeoRedundant => "Geo-redundant lagring",
        Redundancy::LocallyRedundant => "Lokalt redundant lagring",
    },
    replication: |it| match it {
        Replication::NotWanted => "Lagras bara på den här platsen",
        Replication::NoPairedLocation => "Inte replikerat: ingen parkopplad plats",
    },
    creating: "Skapas",
    ready: "Klart",
    creation_failed: "Kunde inte skapas",
    usage: "Användning",
    policies: "Säkerhetskopieringspolicyer",
    properties: "Egenskaper",
    manage: "Hantera",
    settings: "Inställningar",
    protected_items: "Skyddade objekt",
    empty: "Det finns inget valv",
    empty_text: "Ett valv förvarar återställningspunkter och de policyer som skapar dem. Det lagrar på en plats.",
};
